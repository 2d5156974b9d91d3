import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface ClaimedSpan {
  readonly resourceId: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A claim as whoever looks for a place meets it. */
export interface StandingClaim extends ClaimedSpan {
  readonly lane: number;
  /** Of a hold: a colleague's name, and the ISO instant at which it ends by itself. */
  readonly heldBy: string | null;
  readonly heldUntil: string | null;
  readonly meetingKind: 'staff' | 'group' | null;
  readonly meetingTitle: string | null;
}

/** One resource a visit takes, with its preparation and cleaning. */
export interface PlaceClaim {
  readonly resourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** 0, or the place beside other visits. */
  readonly lane: number;
  readonly reason: 'import' | 'rajout' | 'seat' | null;
}

export interface VisitClaim extends PlaceClaim {
  readonly appointmentId: string;
}

/** What does not stand in the way: the visit being moved, the holds of whoever asks. */
export interface ClaimExceptions {
  readonly appointmentIds?: readonly string[];
  readonly holdsOf?: string;
}

/** A claim is a day at most: the look back is bounded, and an index serves all three (row-level security bars `&&`). */
export const claimMeets = (from: string, to: string, claim = '') =>
  `${claim}starts_at > ${from}::timestamptz - interval '24 hours' and ${claim}starts_at < ${to}::timestamptz
     and ${claim}ends_at > ${from}::timestamptz`;

/** Who holds which column when; the exclusion constraint has the last word on double booking. */
@Injectable()
export class ClaimRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Makes this transaction wait its turn on each column, always in the same order, so that two never block each other. */
  async lockColumns(resourceIds: readonly string[]): Promise<void> {
    const sorted = [...new Set(resourceIds)].sort();
    await this.unitOfWork.manager.query(
      'select pg_advisory_xact_lock(hashtextextended(r, 7)) from unnest($1::text[]) with ordinality u(r, n) order by n',
      [sorted],
    );
  }

  /** Holds that have ended are passed over: whoever books next removes them. */
  findBetween(
    resourceIds: readonly string[],
    from: Date,
    to: Date,
    { appointmentIds = [], holdsOf }: ClaimExceptions = {},
  ): Promise<StandingClaim[]> {
    return this.unitOfWork.manager.query(
      `select c.resource_id as "resourceId", to_json(c.starts_at) #>> '{}' as "startsAt",
          to_json(c.ends_at) #>> '{}' as "endsAt", c.lane, h.holder_name as "heldBy",
          to_json(h.expires_at) #>> '{}' as "heldUntil", m.kind as "meetingKind", m.title as "meetingTitle"
         from claim c
         left join hold h on h.practice_id = c.practice_id and h.id = c.hold_id
         left join meeting m on m.practice_id = c.practice_id and m.id = c.meeting_id
        where c.practice_id = $1 and c.resource_id = any ($2::uuid[]) and ${claimMeets('$3', '$4', 'c.')}
          and (c.appointment_id is null or c.appointment_id <> all ($5::uuid[]))
          and (c.hold_id is null or (c.expires_at > $6 and h.account_id is distinct from $7))
        order by c.starts_at, c.ends_at`,
      [this.unitOfWork.practiceId, resourceIds, from, to, appointmentIds, this.clock.now(), holdsOf ?? null],
    );
  }

  /**
   * Gives a visit its places. Those of `holdId`, held by `accountId`, become the visit's: nobody can come between. What
   * is left of that hold, and holds that have ended, are removed.
   */
  async occupy(appointmentId: string, places: readonly PlaceClaim[], holdId: string | null = null): Promise<void> {
    // First, for the hold may be given a place on which an ended one still lies.
    await this.clearHolds(places, holdId);
    const held = holdId ? await this.takeOver(appointmentId, places, holdId) : [];
    const left = places.filter(({ resourceId }) => !held.includes(resourceId));
    await this.insert(left.map((place) => ({ ...place, appointmentId })));
  }

  /** The same for many visits at once, none of them held. */
  async occupyAll(places: readonly VisitClaim[]): Promise<void> {
    await this.clearHolds(places);
    await this.insert(places);
  }

  private async insert(places: readonly VisitClaim[]): Promise<void> {
    if (places.length === 0) return;
    await this.write(
      `insert into claim (practice_id, id, resource_id, appointment_id, span, lane, reason)
       select $1, p.id, p."resourceId", p."appointmentId", tstzrange(p."startsAt", p."endsAt", '[)'), p.lane, p.reason
         from jsonb_to_recordset($2::jsonb) as p(id uuid, "appointmentId" uuid, "resourceId" uuid,
           "startsAt" timestamptz, "endsAt" timestamptz, lane int, reason text)`,
      [JSON.stringify(places.map((place) => ({ id: uuid(), ...place })))],
    );
  }

  /** The resources of the hold that are the visit's now. */
  private async takeOver(appointmentId: string, places: readonly PlaceClaim[], holdId: string): Promise<string[]> {
    const { accountId } = this.unitOfWork.actor;
    const [taken] = await this.write<[{ resource_id: string }[], number]>(
      `update claim c set kind = 'appointment', appointment_id = $2, hold_id = null, expires_at = null,
          span = tstzrange(p."startsAt", p."endsAt", '[)'), lane = p.lane, reason = p.reason
         from hold h, jsonb_to_recordset($3::jsonb)
           as p("resourceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, lane int, reason text)
        where c.practice_id = $1 and c.hold_id = $4 and c.resource_id = p."resourceId"
          and h.practice_id = $1 and h.id = $4 and h.account_id = $5
        returning c.resource_id`,
      [appointmentId, JSON.stringify(places), holdId, accountId],
    );
    await this.removeHold(holdId, accountId);
    return taken.map(({ resource_id }) => resource_id);
  }

  async removeHold(holdId: string, accountId: string): Promise<void> {
    const parameters = [this.unitOfWork.practiceId, holdId, accountId];
    const { manager } = this.unitOfWork;
    await manager.query(
      `delete from claim c using hold h
        where c.practice_id = $1 and c.hold_id = $2 and h.practice_id = $1 and h.id = $2 and h.account_id = $3`,
      parameters,
    );
    await manager.query('delete from hold where practice_id = $1 and id = $2 and account_id = $3', parameters);
  }

  /**
   * Under the lock of these resources: holds that have ended, and my own where these places lie, no longer stand in the
   * way, and no desk shows them any more. All but `keptHoldId`.
   */
  async clearHolds(places: readonly PlaceClaim[], keptHoldId: string | null = null): Promise<void> {
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `with cleared as (
         select distinct h.id
           from claim c
           join hold h on h.practice_id = $1 and h.id = c.hold_id and h.id is distinct from $5
           join jsonb_to_recordset($2::jsonb) as p("resourceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
             on p."resourceId" = c.resource_id
          where c.practice_id = $1 and c.hold_id is not null
            and (c.expires_at <= $3 or h.account_id = $4 and c.starts_at < p."endsAt" and c.ends_at > p."startsAt")),
       gone as (delete from claim c using cleared where c.practice_id = $1 and c.hold_id = cleared.id)
       delete from hold h using cleared where h.practice_id = $1 and h.id = cleared.id`,
      [practiceId, JSON.stringify(places), this.clock.now(), actor.accountId, keptHoldId],
    );
  }

  /** The places of a visit, as an undo puts them back. */
  async placesOf(appointmentId: string): Promise<PlaceClaim[]> {
    return this.unitOfWork.manager.query(
      `select resource_id as "resourceId", starts_at as "startsAt", ends_at as "endsAt", lane, reason
         from claim where practice_id = $1 and appointment_id = $2 order by resource_id`,
      [this.unitOfWork.practiceId, appointmentId],
    );
  }

  async release(appointmentIds: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query(
      'delete from claim where practice_id = $1 and appointment_id = any ($2::uuid[])',
      [this.unitOfWork.practiceId, appointmentIds],
    );
  }

  /** Who last touched the visit that stands in the way: a colleague's name, never the patient's. */
  async findHolder(resourceId: string, from: Date, to: Date): Promise<string | null> {
    const rows = await this.unitOfWork.manager.query(
      `select e.actor_name from claim c
         join appointment_event e on e.practice_id = c.practice_id and e.appointment_id = c.appointment_id
        where c.practice_id = $1 and c.resource_id = $2 and c.span && tstzrange($3, $4)
          and e.kind in ('booked', 'moved', 'resized', 'restored')
        order by e.at desc, e.id desc limit 1`,
      [this.unitOfWork.practiceId, resourceId, from, to],
    );
    return rows[0]?.actor_name ?? null;
  }

  private write<Rows>(sql: string, parameters: readonly unknown[]): Promise<Rows> {
    return this.unitOfWork.translate({ claim_no_overlap: () => new DomainError('appointment.slot_taken') }, (manager) =>
      manager.query<Rows>(sql, [this.unitOfWork.practiceId, ...parameters]),
    );
  }
}
