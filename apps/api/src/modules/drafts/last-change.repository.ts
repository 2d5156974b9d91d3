import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

interface ChangeRow {
  readonly account_id: string;
  readonly name: string | null;
  readonly age_seconds: number;
}

@Injectable()
export class LastChangeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The last of these acts on a row, by the journal; a day back at most, which its index by time serves. */
  async findLatest(subjectId: string, actions: readonly string[]): Promise<ChangeRow | undefined> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<ChangeRow[]>(
      `select account_id, app.member_name(account_id) as name, extract(epoch from now() - at)::int as age_seconds
         from audit_event
        where practice_id = $1 and at > now() - interval '1 day' and outcome = 'done' and action = any ($3)
          and (subject_id = $2 or (subject_id is null and patient_id = $2))
        order by at desc, id desc limit 1`,
      [practiceId, subjectId, actions],
    );
    return row;
  }
}
