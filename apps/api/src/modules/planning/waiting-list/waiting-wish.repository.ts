import { Injectable } from '@nestjs/common';
import type { WaitingWish } from '@pupitre/shared/planning/waiting-fit';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { AgendaChange } from '../../../platform/acts/agenda-listeners.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AgendaScope } from '../agenda-scope.js';
import { type PatientVisit, patientVisits } from '../patient-visits.sql.js';
import { isCurrent, isElsewhere, seenBy, suitingColumns } from './waiting-entry.sql.js';

/** A day more on each side: columns may have other zones. */
const visits = `select json_build_object('startsAt', v."startsAt", 'endsAt', v."endsAt")
  from (${patientVisits('e.patient_id', `($2::date - 1)`, `($3::date + 2)`, '$6')}) v
 where v.id is distinct from e.appointment_id`;

/** A wish as it is stored, with instants: each column reads them by its own clock. Its motif says the rest. */
export interface StoredWish extends Omit<WaitingWish, 'gridMin' | 'current' | 'busy'> {
  readonly motifId: string;
  readonly patientId: string;
  /** The visit she would give back, while it still stands. */
  readonly currentId: string | null;
  /** ISO instant. */
  readonly currentStartsAt: string | null;
  /** Her other visits, ISO instants. */
  readonly visits: readonly Pick<PatientVisit, 'startsAt' | 'endsAt'>[];
}

export interface Concerned {
  readonly ids: readonly string[];
  /** Of each column that changed. */
  readonly zones: ReadonlyMap<string, string>;
}

/** What is waited for, as the rule reads it. */
@Injectable()
export class WaitingWishRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: AgendaScope,
    private readonly clock: Clock,
  ) {}

  /**
   * Those who wait and whose days meet these; `entryId` null: all of them. Whoever would give back a visit that the
   * caller may not touch is left out: she could not be given a place.
   */
  findBetween(fromDay: LocalDay, toDay: LocalDay, entryId: string | null): Promise<StoredWish[]> {
    return this.unitOfWork.manager.query(
      `select e.id, e.motif_id as "motifId", e.patient_id as "patientId", e.duration_min as "durationMin", array(${suitingColumns}) as "resourceIds",
          e.from_day::text as "fromDay", e.to_day::text as "toDay", e.times, e.notice_min as "noticeMin", e.urgency,
          to_json(e.since) #>> '{}' as since,
          case when ${isCurrent('c', '$5')} then to_json(c.starts_at) #>> '{}' end as "currentStartsAt",
          case when ${isCurrent('c', '$5')} then c.id end as "currentId", array(${visits}) as visits
         from waiting_entry e
         left join appointment c on c.practice_id = e.practice_id and c.id = e.appointment_id
        where e.practice_id = $1 and e.state = 'waiting' and e.from_day <= $3 and (e.to_day is null or e.to_day >= $2)
          and ($4::uuid is null or e.id = $4) and ${seenBy('$6')}
          and (c.id is null or not (${isElsewhere('c', '$5', '$6')}))`,
      [this.unitOfWork.practiceId, fromDay, toDay, entryId, this.clock.now(), this.scope.resourceIds],
    );
  }

  /**
   * Those who wait for a place in these columns and days, or whose own visit may have moved there: whoever acts. Where
   * somebody does, the clocks of the columns come with them.
   */
  async findConcerned(changes: readonly AgendaChange[]): Promise<Concerned | null> {
    const rows: { ids: string[] | null; zones: Record<string, string> }[] = await this.unitOfWork.manager.query(
      `with clock as (
         select r.id as resource_id, coalesce(s.zone, p.zone) as zone
           from practice p
           join resource r on r.practice_id = p.practice_id and r.id = any ($2::uuid[])
           join site s on s.practice_id = r.practice_id and s.id = r.site_id
          where p.practice_id = $1)
       select array_agg(e.id) as ids, (select json_object_agg(resource_id, zone) from clock) as zones
         from waiting_entry e
        where e.practice_id = $1 and e.state = 'waiting' and exists (
          select 1 from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as change(resource_id, starts, ends)
            join clock using (resource_id)
           where (change.resource_id in (${suitingColumns})
               and (change.ends is null or e.from_day <= (change.ends at time zone clock.zone)::date)
               and (e.to_day is null or e.to_day >= (change.starts at time zone clock.zone)::date))
             or exists (select 1 from appointment a where a.practice_id = $1 and a.id = e.appointment_id
                  and a.resource_id = change.resource_id))`,
      [
        this.unitOfWork.practiceId,
        changes.map(({ resourceId }) => resourceId),
        changes.map(({ from }) => from),
        changes.map(({ to }) => to),
      ],
    );
    const [found] = rows;
    return found?.ids ? { ids: found.ids, zones: new Map(Object.entries(found.zones)) } : null;
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
