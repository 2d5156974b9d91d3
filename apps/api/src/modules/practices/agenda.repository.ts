import { Injectable } from '@nestjs/common';
import { type OutsideBusy, outsideAbsences } from '@pupitre/shared/calendars/outside-busy';
import type { OpeningException } from '@pupitre/shared/planning/opening-hours';
import type { AgendaHours } from '@pupitre/shared/planning/practice-day';
import type { LocumView } from '@pupitre/shared/practices/locum.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import {
  absenceJson,
  holidayOverrideJson,
  jsonList,
  locumJson,
  openingExceptionJson,
  openingRuleJson,
  outsideBusyJson,
} from './practice.sql.js';

/** A column of the agenda and when it works, by its own clock: that of its home site. */
export interface AgendaColumn extends AgendaHours {
  readonly id: string;
  readonly practitionerId: string;
  readonly active: boolean;
  readonly position: number;
  readonly siteId: string;
  readonly exceptions: readonly OpeningException[];
  readonly locums: readonly LocumView[];
}

const rules = 'opening_rule o where o.practice_id = $1 and o.resource_id = r.id';
const absences = 'absence a where a.practice_id = $1 and a.resource_id = r.id and a.ends_at > $3';
const outside = outsideBusyJson('b.resource_id = r.id and b.ends_at > $3');
/** A day before, so that no zone leaves out the local day in hand. */
const daysFrom = `($3::timestamptz - interval '1 day')::date`;
const exceptions = `opening_exception x
  where x.practice_id = $1 and x.resource_id = r.id and x.local_day >= ${daysFrom}`;
const overrides = `holiday_override h where h.practice_id = $1 and h.local_day >= ${daysFrom}`;
const locums = `locum l where l.practice_id = $1 and l.resource_id = r.id and l.to_day >= ${daysFrom}`;

@Injectable()
export class AgendaRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async getZones(): Promise<{ zone: string; holidayZone: string }> {
    const { manager, practiceId } = this.unitOfWork;
    const [zones] = await manager.query<{ zone: string; holidayZone: string }[]>(
      'select zone, holiday_zone as "holidayZone" from practice where practice_id = $1',
      [practiceId],
    );
    if (!zones) throw new DomainError('resource.not_found');
    return zones;
  }

  /** Columns a person works in on a day: those she stands in for first, then her own. */
  async findOwnColumns(accountId: string, practitionerId: string | null, day: LocalDay): Promise<string[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ resourceId: string }[]>(
      `select l.resource_id as "resourceId" from locum l
        where l.practice_id = $1 and l.account_id = $2 and $4::date between l.from_day and l.to_day
       union all
       select p.resource_id from practitioner p where p.practice_id = $1 and p.id = $3`,
      [practiceId, accountId, practitionerId, day],
    );
    return rows.map(({ resourceId }) => resourceId);
  }

  /** The clock of anything that can be taken, a room or a machine included: that of its site. */
  async getZone(resourceId: string): Promise<string> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ zone: string }[]>(
      `select coalesce(site.zone, practice.zone) as zone
         from resource r
         join site on site.practice_id = $1 and site.id = r.site_id
         join practice on practice.practice_id = $1
        where r.practice_id = $1 and r.id = $2`,
      [practiceId, resourceId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.zone;
  }

  /** Absences are those that somebody noted, and when calendars kept elsewhere are busy. */
  async findColumns(resourceIds: readonly string[] | null, absencesAfter: Date): Promise<AgendaColumn[]> {
    const { manager, practiceId } = this.unitOfWork;
    const columns = await manager.query<(AgendaColumn & { readonly outside: readonly OutsideBusy[] })[]>(
      `select r.id, p.id as "practitionerId", r.active, r.position, r.site_id as "siteId",
          coalesce(site.zone, practice.zone) as zone,
          coalesce(site.holiday_zone, practice.holiday_zone) as "holidayZone",
          ${jsonList(openingRuleJson, 'o.isodow, o.start_min', rules)} as rules,
          ${jsonList(absenceJson, 'a.starts_at, a.id', absences)} as absences, ${outside} as outside,
          ${jsonList(openingExceptionJson, 'x.local_day, x.start_min', exceptions)} as exceptions,
          ${jsonList(holidayOverrideJson, 'h.local_day', overrides)} as "holidayOverrides",
          ${jsonList(locumJson, 'l.from_day', locums)} as locums
         from resource r
         join practitioner p on p.practice_id = $1 and p.resource_id = r.id
         join site on site.practice_id = $1 and site.id = r.site_id
         join practice on practice.practice_id = $1
        where r.practice_id = $1 and ($2::uuid[] is null or r.id = any ($2))
        order by r.position, r.id`,
      [practiceId, resourceIds, absencesAfter],
    );
    return columns.map(({ outside: busy, ...column }) => ({
      ...column,
      absences: [...column.absences, ...outsideAbsences(busy)],
    }));
  }
}
