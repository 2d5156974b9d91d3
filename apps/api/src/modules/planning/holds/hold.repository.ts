import { Injectable } from '@nestjs/common';
import type { HoldRequest, HoldView } from '@pupitre/shared/planning/hold.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { PlaceClaim } from '../claim.repository.js';
import { takenJson } from '../taken.sql.js';

export interface KeptHold {
  readonly id: string;
  readonly resourceIds: readonly string[];
  readonly day: LocalDay;
  readonly mine: boolean;
}

/** Days inclusive. */
export interface HeldSpan {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
  readonly resourceIds: readonly string[];
}

/** Null: every column. */
type AskedSpan = Omit<HeldSpan, 'resourceIds'> & { readonly resourceIds: readonly string[] | null };

/** A hold knows its start by the clock of its column alone. */
const startsAt = `(select (h.local_day + make_interval(mins => h.start_min)) at time zone coalesce(site.zone, practice.zone)
    from resource r join site on site.practice_id = r.practice_id and site.id = r.site_id
    join practice on practice.practice_id = r.practice_id
   where r.practice_id = h.practice_id and r.id = h.resource_id)`;
const taken = takenJson(
  'h.practice_id',
  'k.hold_id = h.id',
  startsAt,
  `(${startsAt} + make_interval(mins => h.duration_min))`,
);

const holdJson = (now: string, account: string) => `json_build_object('id', h.id, 'resourceId', h.resource_id,
  'day', h.local_day, 'startMin', h.start_min, 'endMin', h.start_min + h.duration_min,
  'holderName', h.holder_name, 'taken', ${taken},
  'isMine', h.account_id = ${account}, 'leftSeconds', ceil(extract(epoch from h.expires_at - ${now}::timestamptz))::int)`;

/** Holds and their claims. What has ended is in nobody's way, and is removed by whoever comes next. */
@Injectable()
export class HoldRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those that still keep their place: another tab of the same person takes it over, claims and all. */
  async list({ fromDay, toDay, resourceIds }: AskedSpan, now: Date): Promise<HoldView[]> {
    const rows = await this.run<{ hold: HoldView }>(
      `select ${holdJson('$4', '$5')} as hold from hold h
        where h.practice_id = $1 and h.local_day between $2 and $3 and h.expires_at > $4
          and ($6::uuid[] is null or h.resource_id = any ($6))
          and exists (select 1 from claim c where c.practice_id = $1 and c.hold_id = h.id)
        order by h.local_day, h.resource_id, h.start_min`,
      [fromDay, toDay, now, this.unitOfWork.actor.accountId, resourceIds],
    );
    return rows.map(({ hold }) => hold);
  }

  async get(holdId: string, now: Date): Promise<HoldView> {
    const [row] = await this.run<{ hold: HoldView }>(
      `select ${holdJson('$3', '$4')} as hold from hold h where h.practice_id = $1 and h.id = $2`,
      [holdId, now, this.unitOfWork.actor.accountId],
    );
    if (!row) throw new DomainError('resource.not_found');
    return row.hold;
  }

  async find(holdId: string): Promise<KeptHold | null> {
    const [row] = await this.run<KeptHold>(
      `select h.id, h.local_day::text as day, h.account_id = $3 as mine,
          array(select h.resource_id union select c.resource_id from claim c
                 where c.practice_id = $1 and c.hold_id = h.id) as "resourceIds"
         from hold h where h.practice_id = $1 and h.id = $2`,
      [holdId, this.unitOfWork.actor.accountId],
    );
    return row ?? null;
  }

  /** My other holds beyond `kept`, the oldest: the longest held gives way. */
  findBeyond(holdId: string, kept: number): Promise<{ id: string; day: LocalDay }[]> {
    return this.run(
      `select id, local_day::text as day from hold where practice_id = $1 and account_id = $3 and id <> $2
        order by expires_at desc, id offset $4`,
      [holdId, this.unitOfWork.actor.accountId, kept],
    );
  }

  async write(holdId: string, request: HoldRequest, expiresAt: Date): Promise<void> {
    const { accountId, displayName } = this.unitOfWork.actor;
    const { resourceId, day, startMin, durationMin } = request;
    await this.run(
      `insert into hold (practice_id, id, resource_id, local_day, start_min, duration_min, account_id, holder_name,
         expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (practice_id, id) do update set resource_id = excluded.resource_id, local_day = excluded.local_day,
         start_min = excluded.start_min, duration_min = excluded.duration_min, expires_at = excluded.expires_at`,
      [holdId, resourceId, day, startMin, durationMin, accountId, displayName, expiresAt],
    );
  }

  /** What the hold takes, in place of what it took. */
  async claim(holdId: string, places: readonly PlaceClaim[], expiresAt: Date): Promise<void> {
    const { practiceId } = this.unitOfWork;
    await this.run('delete from claim where practice_id = $1 and hold_id = $2', [holdId]);
    await this.unitOfWork.translate({ claim_no_overlap: () => new DomainError('appointment.slot_taken') }, (manager) =>
      manager.query(
        `insert into claim (practice_id, id, resource_id, kind, hold_id, expires_at, span)
         select $1, p.id, p."resourceId", 'hold', $2, $3, tstzrange(p."startsAt", p."endsAt", '[)')
           from jsonb_to_recordset($4::jsonb)
             as p(id uuid, "resourceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)`,
        [practiceId, holdId, expiresAt, JSON.stringify(places.map((place) => ({ ...place, id: uuid() })))],
      ),
    );
  }

  /** Holds that ended a while ago, wherever they are; those another desk is removing are left to it. */
  async sweep(before: Date): Promise<void> {
    const ended = `select id from hold where practice_id = $1 and expires_at < $2 for update skip locked`;
    await this.run(
      `with ended as (${ended}), gone as (
         delete from claim c using ended where c.practice_id = $1 and c.hold_id = ended.id returning c.hold_id)
       select count(*) from gone`,
      [before],
    );
    await this.run(
      `delete from hold h where h.practice_id = $1 and h.expires_at < $2
          and not exists (select 1 from claim c where c.practice_id = $1 and c.hold_id = h.id)`,
      [before],
    );
  }

  private run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<Row[]>(sql, [practiceId, ...parameters]);
  }
}
