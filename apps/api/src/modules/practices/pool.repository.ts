import { Injectable } from '@nestjs/common';
import type { AbsenceSpan, OpeningRule } from '@pupitre/shared/planning/practice-day';
import type { PoolForm, PoolView } from '@pupitre/shared/practices/pool.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { absenceJson, jsonList, openingRuleJson, poolJson } from './practice.sql.js';

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

const nameTaken = { pool_name_taken: () => new DomainError('pool.name_taken') };

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

  /** Every member in use of the pools that any of these motifs draws from. */
  async findDrawnFrom(motifIds: readonly string[]): Promise<string[]> {
    const rows = await this.unitOfWork.manager.query<{ id: string }[]>(
      `select distinct r.id from motif_need n
         join resource r on r.practice_id = $1 and r.pool_id = n.pool_id and r.active
        where n.practice_id = $1 and n.motif_id = any ($2::uuid[])`,
      [this.unitOfWork.practiceId, motifIds],
    );
    return rows.map(({ id }) => id);
  }

  async get(poolId: string): Promise<PoolView> {
    const [row] = await this.unitOfWork.manager.query<{ pool: PoolView }[]>(
      `select ${poolJson} as pool from pool where pool.practice_id = $1 and pool.id = $2`,
      [this.unitOfWork.practiceId, poolId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.pool;
  }

  async insert(poolId: string, name: string): Promise<void> {
    await this.unitOfWork.translate(nameTaken, (manager) =>
      manager.query('insert into pool (practice_id, id, name) values ($1, $2, $3)', [
        this.unitOfWork.practiceId,
        poolId,
        name,
      ]),
    );
  }

  async update(poolId: string, version: number, name: string): Promise<void> {
    const { practiceId } = this.unitOfWork;
    const [updated] = await this.unitOfWork.translate(nameTaken, (manager) =>
      manager.query<[{ id: string }[], number]>(
        `update pool set name = $3, version = version + 1 where practice_id = $1 and id = $2 and version = $4
         returning id`,
        [practiceId, poolId, name, version],
      ),
    );
    if (updated.length === 0) throw new DomainError('version.stale', { version: (await this.get(poolId)).version });
  }

  /** The order given is the order visits get them in. They stand at the site where the practice began. */
  async keepMembers(poolId: string, members: readonly (PoolForm['members'][number] & { id: string })[]): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into resource (practice_id, id, site_id, pool_id, kind, name, short_name, active, position)
       select $1, m.id, site.id, $2, m.kind, m.name, m."shortName", m.active, m.n
         from jsonb_to_recordset($3::jsonb)
                as m(id uuid, kind text, name text, "shortName" text, active boolean, n smallint),
              (select id from site where practice_id = $1 order by id limit 1) site
       on conflict (practice_id, id) do update
          set kind = excluded.kind, name = excluded.name, short_name = excluded.short_name, active = excluded.active,
              position = excluded.position, version = resource.version + 1`,
      [this.unitOfWork.practiceId, poolId, JSON.stringify(members.map((member, at) => ({ ...member, n: at + 1 })))],
    );
  }

  async retire(memberIds: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query(
      'update resource set active = false, version = version + 1 where practice_id = $1 and id = any ($2::uuid[])',
      [this.unitOfWork.practiceId, memberIds],
    );
  }

  /** Whoever books one of them waits, and the other way round: the locks of the booking desk. */
  async lock(memberIds: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query(
      'select pg_advisory_xact_lock(hashtextextended(r, 7)) from unnest($1::text[]) with ordinality u(r, n) order by n',
      [[...memberIds].sort()],
    );
  }

  /** The first of these that visits to come have, how many of them, and the day of the first. */
  async findNeeded(
    memberIds: readonly string[],
    now: Date,
  ): Promise<{ name: string; visits: number; firstDay: string } | null> {
    const [row] = await this.unitOfWork.manager.query<{ name: string; visits: number; firstDay: string }[]>(
      `select r.name, count(*)::int as visits, min(a.local_day)::text as "firstDay"
         from claim c
         join appointment a on a.practice_id = $1 and a.id = c.appointment_id
         join resource r on r.practice_id = $1 and r.id = c.resource_id
        where c.practice_id = $1 and c.resource_id = any ($2::uuid[]) and c.ends_at > $3
        group by r.id, r.name, r.position order by r.position limit 1`,
      [this.unitOfWork.practiceId, memberIds, now],
    );
    return row ?? null;
  }
}
