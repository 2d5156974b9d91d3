import { Injectable } from '@nestjs/common';
import type { PracticeSetupAnswer } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import {
  absenceJson,
  holidayOverrideJson,
  jsonList,
  locumJson,
  motifJson,
  openingExceptionJson,
  openingRuleJson,
  outsideBusyJson,
  poolJson,
  practitionerJson,
  resourceJson,
  siteJson,
} from './practice.sql.js';

const practiceJson = `json_build_object('id', practice.practice_id, 'name', practice.name, 'street', site.street,
  'postalCode', site.postal_code, 'city', site.city, 'phone', practice.phone, 'zone', practice.zone,
  'holidayZone', practice.holiday_zone, 'waitAlertMinutes', practice.wait_alert_minutes, 'siteId', site.id)`;

/** $2: the columns one may see, null for all. */
const seen = (column: string) => `($2::uuid[] is null or ${column} = any ($2))`;

const columns = `resource r join practitioner p on p.practice_id = $1 and p.resource_id = r.id
  where r.practice_id = $1 and ${seen('r.id')}`;
const rules = `opening_rule o
  where o.practice_id = $1 and ${seen('o.resource_id')} and (o.valid_to is null or o.valid_to >= $3)`;
const absences = `absence a where a.practice_id = $1 and ${seen('a.resource_id')} and a.ends_at > $4`;
const outside = outsideBusyJson(`${seen('b.resource_id')} and b.ends_at > $4`);
const exceptions = `opening_exception x
  where x.practice_id = $1 and ${seen('x.resource_id')} and x.local_day >= $3`;
const overrides = 'holiday_override h where h.practice_id = $1 and h.local_day >= $3';
const sites = 'site s where s.practice_id = $1';
const locums = `locum l where l.practice_id = $1 and ${seen('l.resource_id')} and l.to_day >= $3`;
const offeredAt = jsonList(
  'mr.resource_id',
  'mr.resource_id',
  `motif_resource mr where mr.practice_id = $1 and mr.motif_id = m.id and ${seen('mr.resource_id')}`,
);
const motifs = `motif m where m.practice_id = $1 and ($2::uuid[] is null or exists (
  select 1 from motif_resource lent
   where lent.practice_id = $1 and lent.motif_id = m.id and lent.resource_id = any ($2)))`;

const setupSql = `
  select ${practiceJson} as practice,
    ${jsonList(resourceJson, 'r.position, r.id', columns)} as resources,
    ${jsonList(practitionerJson, 'r.position, r.id', columns)} as practitioners,
    ${jsonList(poolJson, 'pool.name', 'pool where pool.practice_id = $1')} as pools,
    ${jsonList(motifJson(offeredAt), 'm.position, m.name', motifs)} as motifs,
    ${jsonList(openingRuleJson, 'o.resource_id, o.isodow, o.start_min', rules)} as "openingRules",
    ${jsonList(absenceJson, 'a.starts_at, a.id', absences)} as absences,
    ${outside} as "outsideBusy",
    ${jsonList(siteJson, 's.name, s.id', sites)} as sites,
    ${jsonList(openingExceptionJson, 'x.local_day, x.start_min', exceptions)} as "openingExceptions",
    ${jsonList(holidayOverrideJson, 'h.local_day', overrides)} as "holidayOverrides",
    ${jsonList(locumJson, 'l.from_day, l.id', locums)} as locums
    from practice
    join lateral (select * from site where site.practice_id = $1 order by site.id limit 1) site on true
   where practice.practice_id = $1`;

@Injectable()
export class SetupRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Everything in one query. Rules still in force on `rulesSince`, absences that end after `absencesAfter`. */
  async get(
    resourceIds: readonly string[] | null,
    rulesSince: LocalDay,
    absencesAfter: Date,
  ): Promise<Omit<PracticeSetupAnswer, 'video'>> {
    const { manager, practiceId } = this.unitOfWork;
    const [setup] = await manager.query<Omit<PracticeSetupAnswer, 'video'>[]>(setupSql, [
      practiceId,
      resourceIds,
      rulesSince,
      absencesAfter,
    ]);
    if (!setup) throw new DomainError('resource.not_found');
    return setup;
  }
}
