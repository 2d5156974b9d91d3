import { Injectable } from '@nestjs/common';
import type { AbsenceSpan, OpeningRule } from '@pupitre/shared/planning/practice-day';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { absenceJson, jsonList, openingRuleJson } from './practice.sql.js';

/** Rooms, machines or vehicles one of which serves as well as another; those in use, in their order. */
export interface ResourcePool {
  readonly id: string;
  readonly name: string;
  readonly members: readonly PoolMember[];
}

export interface PoolMember {
  readonly id: string;
  /** None: it is there whenever somebody needs it. */
  readonly rules: readonly OpeningRule[];
  readonly absences: readonly AbsenceSpan[];
}

const rules = jsonList(
  openingRuleJson,
  'o.isodow, o.start_min',
  'opening_rule o where o.practice_id = $1 and o.resource_id = r.id',
);
const absences = jsonList(
  absenceJson,
  'a.starts_at, a.id',
  'absence a where a.practice_id = $1 and a.resource_id = r.id and a.ends_at > $3',
);
const members = jsonList(
  `json_build_object('id', r.id, 'rules', ${rules}, 'absences', ${absences})`,
  'r.position, r.id',
  'resource r where r.practice_id = $1 and r.pool_id = pool.id and r.active',
);

@Injectable()
export class PoolRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(poolIds: readonly string[], absencesAfter: Date): Promise<ResourcePool[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<ResourcePool[]>(
      `select pool.id, pool.name, ${members} as members from pool
        where pool.practice_id = $1 and pool.id = any ($2::uuid[]) order by pool.name`,
      [practiceId, poolIds, absencesAfter],
    );
  }
}
