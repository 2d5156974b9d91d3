import { Injectable } from '@nestjs/common';
import type { OpeningRuleView, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { WeekSpan } from '@pupitre/shared/practices/week-hours';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { openingRuleJson, resourceJson } from './practice.sql.js';

/** Local minutes; a visit that runs past midnight ends after 1440. */
export interface VisitToCome {
  readonly appointmentId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
}

@Injectable()
export class OpeningHoursRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The version of a column guards its hours: whoever comes second with an old one is refused. */
  async takeVersion(resourceId: string, version: number): Promise<ResourceView> {
    const { manager, practiceId } = this.unitOfWork;
    const [rows] = await manager.query<[{ resource: ResourceView }[], number]>(
      `update resource r set version = r.version + 1
         from practitioner p
        where r.practice_id = $1 and r.id = $2 and r.version = $3 and p.practice_id = $1 and p.resource_id = r.id
        returning ${resourceJson} as resource`,
      [practiceId, resourceId, version],
    );
    if (rows[0]) return rows[0].resource;
    throw new DomainError('version.stale', { version: await this.getVersion(resourceId) });
  }

  async getVersion(resourceId: string): Promise<number> {
    const { manager, practiceId } = this.unitOfWork;
    const [current] = await manager.query<{ version: number }[]>(
      'select version from resource where practice_id = $1 and id = $2',
      [practiceId, resourceId],
    );
    if (!current) throw new DomainError('resource.not_found');
    return current.version;
  }

  /**
   * From `today` on the week is `hours`. What stays the same is left alone; the rest ends yesterday, so that past days
   * keep the hours they had.
   */
  async replaceFrom(today: LocalDay, resourceId: string, hours: readonly WeekSpan[]): Promise<void> {
    const rows = hours.map((span) => ({ id: uuid(), ...span }));
    const parameters = [this.unitOfWork.practiceId, resourceId, today, JSON.stringify(rows)];
    const wanted = `jsonb_to_recordset($4::jsonb) as w(id uuid, isodow int, "startMin" int, "endMin" int)`;
    const sameAsWanted = `o.isodow = w.isodow and o.start_min = w."startMin" and o.end_min = w."endMin"`;
    const stays = `o.practice_id = $1 and o.resource_id = $2 and o.valid_to is null
      and (o.valid_from is null or o.valid_from <= $3)`;
    const { manager } = this.unitOfWork;
    await manager.query(
      `delete from opening_rule o where o.practice_id = $1 and o.resource_id = $2 and o.valid_from >= $3
          and not (${stays} and exists (select 1 from ${wanted} where ${sameAsWanted}))`,
      parameters,
    );
    await manager.query(
      `update opening_rule o set valid_to = $3::date - 1
        where o.practice_id = $1 and o.resource_id = $2 and (o.valid_to is null or o.valid_to >= $3)
          and not (${stays} and exists (select 1 from ${wanted} where ${sameAsWanted}))`,
      parameters,
    );
    await manager.query(
      `insert into opening_rule (practice_id, id, resource_id, isodow, start_min, end_min, valid_from)
       select $1, w.id, $2, w.isodow, w."startMin", w."endMin", $3 from ${wanted}
        where not exists (select 1 from opening_rule o where ${stays} and ${sameAsWanted})`,
      parameters,
    );
  }

  async findFrom(today: LocalDay, resourceId: string): Promise<OpeningRuleView[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ rule: OpeningRuleView }[]>(
      `select ${openingRuleJson} as rule from opening_rule o
        where o.practice_id = $1 and o.resource_id = $2 and (o.valid_to is null or o.valid_to >= $3)
        order by o.isodow, o.start_min`,
      [practiceId, resourceId, today],
    );
    return rows.map(({ rule }) => rule);
  }

  /** Visits of a column that have not begun and that nobody has cancelled, earliest first. */
  findVisitsToCome(resourceId: string, now: Date): Promise<VisitToCome[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<VisitToCome[]>(
      `select id as "appointmentId", local_day::text as day, start_min as "startMin", start_min + duration_min as "endMin"
         from appointment
        where practice_id = $1 and resource_id = $2 and starts_at > $3
          and status in ('requested', 'booked', 'confirmed')
        order by starts_at, id`,
      [practiceId, resourceId, now],
    );
  }
}
