import { Injectable } from '@nestjs/common';
import type { WaitingWish } from '@pupitre/shared/planning/waiting-fit';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { AgendaChange } from '../../../platform/acts/agenda-listeners.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AgendaScope } from '../agenda-scope.js';
import { isCurrent, seenBy, suitingColumns } from './waiting-entry.sql.js';

const busySpans = `select json_build_object('day', a.local_day, 'startMin', a.start_min,
    'endMin', a.start_min + a.duration_min)
  from appointment a
 where a.practice_id = $1 and a.patient_id = e.patient_id and a.local_day between $2 and $3
   and a.id is distinct from e.appointment_id
   and a.status in ('requested', 'booked', 'confirmed', 'arrived', 'in_consultation')`;

/** A wish as it is stored; its motif says the rest. */
export interface StoredWish extends Omit<WaitingWish, 'gridMin'> {
  readonly motifId: string;
  readonly patientId: string;
  /** The visit she would give back, while it still stands. */
  readonly currentId: string | null;
}

/** What is waited for, as the rule reads it. */
@Injectable()
export class WaitingWishRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  /** Those who wait and whose days meet these; `entryId` null: all of them. */
  findBetween(fromDay: LocalDay, toDay: LocalDay, entryId: string | null): Promise<StoredWish[]> {
    return this.unitOfWork.manager.query(
      `select e.id, e.motif_id as "motifId", e.patient_id as "patientId", e.duration_min as "durationMin", array(${suitingColumns}) as "resourceIds",
          e.from_day::text as "fromDay", e.to_day::text as "toDay", e.times, e.notice_min as "noticeMin", e.urgency,
          to_json(e.since) #>> '{}' as since,
          case when ${isCurrent('c', '$5')} then json_build_object('day', c.local_day, 'startMin', c.start_min) end as current,
          case when ${isCurrent('c', '$5')} then c.id end as "currentId", array(${busySpans}) as busy
         from waiting_entry e
         left join appointment c on c.practice_id = e.practice_id and c.id = e.appointment_id
        where e.practice_id = $1 and e.state = 'waiting' and e.from_day <= $3 and (e.to_day is null or e.to_day >= $2)
          and ($4::uuid is null or e.id = $4) and ${seenBy('$6')}`,
      [this.unitOfWork.practiceId, fromDay, toDay, entryId, this.clock.now(), this.scope.resourceIds],
    );
  }

  /**
   * Those who wait for a place in these columns and days, or whose own visit may have moved there: whoever acts. The
   * clock of the practice comes with them.
   */
  async findConcerned(changes: readonly AgendaChange[]): Promise<{ ids: string[]; zone: string } | null> {
    const rows: { ids: string[] | null; zone: string }[] = await this.unitOfWork.manager.query(
      `select array_agg(e.id) as ids, p.zone
         from practice p
         join waiting_entry e on e.practice_id = p.practice_id and e.state = 'waiting'
        where p.practice_id = $1 and exists (
          select 1 from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as change(resource_id, starts, ends)
           where (change.resource_id in (${suitingColumns})
               and (change.ends is null or e.from_day <= (change.ends at time zone p.zone)::date)
               and (e.to_day is null or e.to_day >= (change.starts at time zone p.zone)::date))
             or exists (select 1 from appointment a where a.practice_id = $1 and a.id = e.appointment_id
                  and a.resource_id = change.resource_id))
        group by p.zone`,
      [
        this.unitOfWork.practiceId,
        changes.map(({ resourceId }) => resourceId),
        changes.map(({ from }) => from),
        changes.map(({ to }) => to),
      ],
    );
    const [found] = rows;
    return found ? { ids: found.ids ?? [], zone: found.zone } : null;
  }

  /** Puts back those whose wait was ended by an act on this visit that has been undone; their ids and patients. */
  async reopenUndone(appointmentId: string): Promise<{ id: string; patientId: string }[]> {
    const [rows] = await this.unitOfWork.manager.query<[{ id: string; patient_id: string }[], number]>(
      `update waiting_entry e set state = 'waiting', closed_at = null, closed_reason = null,
          booked_appointment_id = null, booked_act_id = null, version = e.version + 1
         from undoable_act u
        where e.practice_id = $1 and e.state = 'booked' and e.booked_appointment_id = $2
          and u.practice_id = $1 and u.id = e.booked_act_id and u.undone_at is not null
        returning e.id, e.patient_id`,
      [this.unitOfWork.practiceId, appointmentId],
    );
    return rows.map(({ id, patient_id }) => ({ id, patientId: patient_id }));
  }
}
