import { Injectable } from '@nestjs/common';
import type { DraftView } from '@pupitre/shared/drafts/draft.contract';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { DraftName } from './draft-name.js';

/** Unfinished forms a person may leave in one practice; the oldest goes. */
const mostDrafts = 100;

/** Kept by the database's clock; told by the practice's, which in the demo is another. */
const age = 'extract(epoch from now() - draft.updated_at)::int as age_seconds';

interface DraftRow {
  readonly body: Record<string, unknown>;
  readonly age_seconds: number;
  readonly version: number;
}

/** The policy of the table also asks for the person of the session: another member's rows do not exist here. */
@Injectable()
export class DraftRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async find({ form, subject }: DraftName): Promise<DraftView | null> {
    const { manager } = this.unitOfWork;
    const [row] = await manager.query<DraftRow[]>(
      `select body, ${age}, version from draft
        where practice_id = $1 and account_id = $2 and form = $3 and subject = $4`,
      [...this.owner, form, subject],
    );
    return row
      ? { body: row.body, updatedAt: this.clock.ago(row.age_seconds).toISOString(), version: row.version }
      : null;
  }

  async save({ form, subject }: DraftName, json: string): Promise<Pick<DraftView, 'updatedAt' | 'version'>> {
    const { manager } = this.unitOfWork;
    const [row] = await manager.query<DraftRow[]>(
      `insert into draft (practice_id, account_id, form, subject, body) values ($1, $2, $3, $4, $5)
       on conflict (practice_id, account_id, form, subject)
         do update set body = excluded.body, updated_at = now(), version = draft.version + 1
       returning ${age}, version`,
      [...this.owner, form, subject, json],
    );
    if (!row) throw new Error('an upsert gives its row back');
    return { updatedAt: this.clock.ago(row.age_seconds).toISOString(), version: row.version };
  }

  async drop({ form, subject }: DraftName): Promise<void> {
    await this.unitOfWork.manager.query(
      'delete from draft where practice_id = $1 and account_id = $2 and form = $3 and subject = $4',
      [...this.owner, form, subject],
    );
  }

  async dropOldest(): Promise<void> {
    await this.unitOfWork.manager.query(
      `delete from draft where practice_id = $1 and account_id = $2 and (form, subject) in (
         select form, subject from draft where practice_id = $1 and account_id = $2
          order by updated_at desc, form, subject offset ${mostDrafts})`,
      this.owner,
    );
  }

  private get owner(): [practiceId: string, accountId: string] {
    return [this.unitOfWork.practiceId, this.unitOfWork.actor.accountId];
  }
}
