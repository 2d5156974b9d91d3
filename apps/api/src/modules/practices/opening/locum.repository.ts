import { Injectable } from '@nestjs/common';
import { type Role, roleMatrix } from '@pupitre/shared/access/roles';
import type { LocumForm, LocumView } from '@pupitre/shared/practices/locum.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { locumJson } from '../practice.sql.js';

const overlaps = { locum_no_overlap: () => new DomainError('locum.overlaps') };
/** Roles that open an agenda of their own. */
const ownDayRoles = (Object.keys(roleMatrix) as Role[]).filter((role) => roleMatrix[role].includes('own_day.read'));

@Injectable()
export class LocumRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(locumId: string): Promise<LocumView> {
    const [row] = await this.run<{ locum: LocumView }>(
      `select ${locumJson} as locum from locum l where l.practice_id = $1 and l.id = $2`,
      [locumId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.locum;
  }

  /** Members, today or later, who may read a day of their own; `accountId` asks for one. */
  findAccounts(today: LocalDay, accountId: string | null = null): Promise<{ accountId: string; name: string }[]> {
    return this.run(
      `with able as (
         select account_id from membership
          where practice_id = $1 and roles && $2::text[] and (ends_on is null or ends_on >= $3)
            and ($4::uuid is null or account_id = $4))
       select account_id as "accountId", display_name as name
         from app.colleague_names((select array_agg(account_id) from able)) order by display_name, account_id`,
      [ownDayRoles, today, accountId],
    );
  }

  async insert(id: string, form: LocumForm, by: string, at: Date): Promise<void> {
    await this.unitOfWork.translate(overlaps, () =>
      this.run(
        `insert into locum (practice_id, id, resource_id, from_day, to_day, title, first_name, last_name, rpps,
            account_id, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [id, ...valuesOf(form), by, at],
      ),
    );
  }

  async update(locumId: string, version: number, form: LocumForm): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    const [updated] = await this.unitOfWork.translate(overlaps, () =>
      manager.query<[{ id: string }[], number]>(
        `update locum set resource_id = $4, from_day = $5, to_day = $6, title = $7, first_name = $8, last_name = $9,
            rpps = $10, account_id = $11, version = version + 1
          where practice_id = $1 and id = $2 and version = $3 returning id`,
        [practiceId, locumId, version, ...valuesOf(form)],
      ),
    );
    if (updated.length === 0) throw new DomainError('version.stale', { version: (await this.get(locumId)).version });
  }

  async delete(locumId: string): Promise<void> {
    await this.run('delete from locum where practice_id = $1 and id = $2', [locumId]);
  }

  private run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<Row[]>(sql, [practiceId, ...parameters]);
  }
}

function valuesOf(form: LocumForm): unknown[] {
  const { resourceId, fromDay, toDay, title, firstName, lastName, rpps, accountId } = form;
  return [resourceId, fromDay, toDay, title, firstName, lastName, rpps, accountId];
}
