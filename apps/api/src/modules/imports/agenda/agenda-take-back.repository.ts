import { Injectable } from '@nestjs/common';
import { postgresErrorOf } from '../../../platform/database/constraint-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DependedOn, type Dependents } from '../import-kind.js';

const ours = `import_external x join appointment a on a.practice_id = x.practice_id and a.id = x.appointment_id
  where x.practice_id = $1 and x.import_id = $2`;

/** Each visit counts once: by its invoice, by its status, else by another change of place, motif or note. */
const dependentsSql = `
  select count(*) filter (where invoiced)::int as invoiced,
         count(*) filter (where not invoiced and status <> 'booked')::int as "statusChanged",
         count(*) filter (where not invoiced and status = 'booked' and version > 1)::int as moved
    from (select a.status, a.version, exists (select from invoice i where i.practice_id = a.practice_id
                   and i.appointment_id = a.id) as invoiced
            from ${ours}) visit`;

/** The way back of an agenda: what it made goes, as long as nobody has done anything with any of it. */
@Injectable()
export class AgendaTakeBackRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async dependents(importId: string): Promise<Dependents> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query(dependentsSql, [practiceId, importId]);
    return rows[0];
  }

  /** The application may not delete a visit: a function of the database does, for an import being taken back. */
  async takeBack(importId: string): Promise<void> {
    await this.unitOfWork.manager.query('select app.take_back_agenda($1)', [importId]).catch((error: unknown) => {
      throw postgresErrorOf(error)?.code === '23503' ? new DependedOn() : error;
    });
  }
}
