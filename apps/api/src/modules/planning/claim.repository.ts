import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface ClaimedSpan {
  readonly resourceId: string;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A claim is a day at most: the look back is bounded, and an index serves all three (row-level security bars `&&`). */
export const claimMeets = (from: string, to: string) =>
  `starts_at > ${from}::timestamptz - interval '24 hours' and starts_at < ${to}::timestamptz and ends_at > ${from}::timestamptz`;

/** Who holds which column when; the exclusion constraint has the last word on double booking. */
@Injectable()
export class ClaimRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Makes this transaction wait its turn on each column, always in the same order, so that two never block each other. */
  async lockColumns(resourceIds: readonly string[]): Promise<void> {
    const sorted = [...new Set(resourceIds)].sort();
    await this.unitOfWork.manager.query(
      'select pg_advisory_xact_lock(hashtextextended(r, 7)) from unnest($1::text[]) with ordinality u(r, n) order by n',
      [sorted],
    );
  }

  findBetween(
    resourceIds: readonly string[],
    from: Date,
    to: Date,
    exceptAppointmentId?: string,
  ): Promise<ClaimedSpan[]> {
    return this.unitOfWork.manager.query(
      `select resource_id as "resourceId", to_json(starts_at) #>> '{}' as "startsAt", to_json(ends_at) #>> '{}' as "endsAt"
         from claim
        where practice_id = $1 and resource_id = any ($2::uuid[]) and ${claimMeets('$3', '$4')}
          and ($5::uuid is null or appointment_id is distinct from $5)
        order by starts_at, ends_at`,
      [this.unitOfWork.practiceId, resourceIds, from, to, exceptAppointmentId ?? null],
    );
  }

  async insert(appointmentId: string, resourceId: string, startsAt: Date, endsAt: Date): Promise<void> {
    await this.unitOfWork.translate({ claim_no_overlap: () => new DomainError('appointment.slot_taken') }, (manager) =>
      manager.query(
        `insert into claim (practice_id, id, resource_id, appointment_id, span)
           values ($1, $2, $3, $4, tstzrange($5, $6, '[)'))`,
        [this.unitOfWork.practiceId, uuid(), resourceId, appointmentId, startsAt, endsAt],
      ),
    );
  }

  /** True when the visit has just this place. One that an import put beside others has it nowhere else. */
  async holds(appointmentId: string, resourceId: string, startsAt: Date, endsAt: Date): Promise<boolean> {
    const rows = await this.unitOfWork.manager.query(
      `select 1 from claim
        where practice_id = $1 and appointment_id = $2 and resource_id = $3 and span = tstzrange($4, $5, '[)')`,
      [this.unitOfWork.practiceId, appointmentId, resourceId, startsAt, endsAt],
    );
    return rows.length > 0;
  }

  async release(appointmentId: string): Promise<void> {
    await this.unitOfWork.manager.query('delete from claim where practice_id = $1 and appointment_id = $2', [
      this.unitOfWork.practiceId,
      appointmentId,
    ]);
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
}
