import { Injectable } from '@nestjs/common';
import type { AbsenceSpan, OpeningRule } from '@pupitre/shared/planning/practice-day';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { absenceJson, jsonList, openingRuleJson } from './practice.sql.js';

/** A column of the agenda and when it works. */
export interface AgendaColumn {
  readonly id: string;
  readonly practitionerId: string;
  readonly active: boolean;
  readonly position: number;
  readonly rules: readonly OpeningRule[];
  readonly absences: readonly AbsenceSpan[];
}

const rules = 'opening_rule o where o.practice_id = $1 and o.resource_id = r.id';
const absences = 'absence a where a.practice_id = $1 and a.resource_id = r.id and a.ends_at > $3';

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

  findColumns(resourceIds: readonly string[] | null, absencesAfter: Date): Promise<AgendaColumn[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<AgendaColumn[]>(
      `select r.id, p.id as "practitionerId", r.active, r.position,
          ${jsonList(openingRuleJson, 'o.isodow, o.start_min', rules)} as rules,
          ${jsonList(absenceJson, 'a.starts_at, a.id', absences)} as absences
         from resource r join practitioner p on p.practice_id = $1 and p.resource_id = r.id
        where r.practice_id = $1 and ($2::uuid[] is null or r.id = any ($2))
        order by r.position, r.id`,
      [practiceId, resourceIds, absencesAfter],
    );
  }
}
