import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

@Injectable()
export class CalendarColumnRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Columns in their order: all of them, or those of one practitioner (none for null). */
  async list(of: { practitionerId: string | null } | null): Promise<string[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ id: string }[]>(
      `select r.id from resource r
         join practitioner p on p.practice_id = $1 and p.resource_id = r.id
        where r.practice_id = $1 and ($2 or p.id = $3)
        order by r.position, r.id`,
      [practiceId, of === null, of?.practitionerId ?? null],
    );
    return rows.map(({ id }) => id);
  }
}
