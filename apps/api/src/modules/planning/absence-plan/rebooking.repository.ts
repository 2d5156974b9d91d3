import { Injectable } from '@nestjs/common';
import type { PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import type { ReplacingMark } from '@pupitre/shared/planning/replacing';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { KeptAbsence } from '../../practices/practices.public.js';

export interface Place {
  readonly resourceId: string;
  readonly day: string;
  readonly startMin: number;
}

/** A visit on the list of an absence: as it is now, and what was noted about it. Instants are ISO texts. */
export interface HitRow extends Place {
  readonly appointmentId: string;
  /** Rooms and machines it has besides the column. */
  readonly companionIds: readonly string[];
  readonly visitVersion: number;
  readonly markVersion: number;
  readonly patient: PlanLine['patient'];
  readonly phone: string | null;
  readonly motifId: string;
  readonly status: AppointmentStatus;
  readonly urgent: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly durationMin: number;
  readonly mark: ReplacingMark | null;
  readonly from: Place | null;
  readonly leftVersion: number | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

export interface HitState {
  readonly absenceId: string;
  readonly status: AppointmentStatus;
  readonly mark: ReplacingMark | null;
  readonly isInTheWay: boolean;
}

export interface NewMark {
  readonly absenceId: string;
  readonly appointmentId: string;
  readonly mark: ReplacingMark;
  readonly note: string;
  readonly from: Place;
  readonly leftVersion: number | null;
  readonly at: Date;
  /** 0 when nothing was noted yet. */
  readonly expectedVersion: number;
}

/** Visits whose patient is still to be seen. */
const toBeSeen = `('requested', 'booked', 'confirmed', 'arrived')`;
/** The column itself, or a room or machine the visit has. */
const uses = (visit: string, resource: string) =>
  `(${visit}.resource_id = ${resource} or ${resource} = any (${visit}.companion_ids))`;
/** Local days leave the index something to look for; the instants decide. */
const meets = (visit: string, from: string, to: string) =>
  `${visit}.local_day between (${from})::date - 1 and (${to})::date + 1
   and ${visit}.starts_at < ${to} and ${visit}.ends_at > ${from}`;

const rowSql = `json_build_object('appointmentId', a.id, 'companionIds', a.companion_ids, 'visitVersion', a.version,
  'markVersion', coalesce(r.version, 0), 'patient', json_build_object('id', p.id, 'usedName', p.used_name,
    'birthName', p.birth_name, 'firstName', p.first_name, 'sex', p.sex, 'birthDate', p.birth_date,
    'hasPhone', p.phone is not null, 'headsUp', p.heads_up),
  'phone', p.phone, 'motifId', a.motif_id, 'status', a.status, 'urgent', a.urgent, 'resourceId', a.resource_id,
  'day', a.local_day, 'startMin', a.start_min, 'startsAt', a.starts_at, 'endsAt', a.ends_at,
  'durationMin', a.duration_min, 'mark', r.state,
  'from', case when r.from_resource_id is not null then json_build_object('resourceId', r.from_resource_id,
    'day', r.from_day, 'startMin', r.from_min) end,
  'leftVersion', r.left_version, 'note', r.note, 'by', r.actor_name, 'at', r.at)`;

/** What was done about each visit that an absence meets. */
@Injectable()
export class RebookingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Visits the absence meets now, whoever booked them and when, and those it met when it was noted. */
  async list(absence: KeptAbsence, appointmentId: string | null = null): Promise<HitRow[]> {
    const { id, resourceId, startsAt, endsAt } = absence;
    const rows = await this.unitOfWork.manager.query<{ line: HitRow }[]>(
      `with hit as (
         select h.appointment_id as id from rebooking h where h.practice_id = $1 and h.absence_id = $2
         union
         select v.id from appointment v
          where v.practice_id = $1 and ${uses('v', '$3::uuid')} and ${meets('v', '$4::timestamptz', '$5::timestamptz')}
            and v.status in ${toBeSeen})
       select ${rowSql} as line
         from hit
         join appointment a on a.practice_id = $1 and a.id = hit.id
         join patient p on p.practice_id = $1 and p.id = a.patient_id
         left join rebooking r on r.practice_id = $1 and r.absence_id = $2 and r.appointment_id = a.id
        where $6::uuid is null or a.id = $6
        order by a.id`,
      [this.unitOfWork.practiceId, id, resourceId, startsAt, endsAt, appointmentId],
    );
    return rows.map(({ line }) => line);
  }

  /** Where the visits of several absences stand. */
  listStates(absenceIds: readonly string[]): Promise<HitState[]> {
    return this.unitOfWork.manager.query(
      `with asked as (select * from absence where practice_id = $1 and id = any ($2::uuid[])),
       hit as (
         select h.absence_id, h.appointment_id as id from rebooking h
          where h.practice_id = $1 and h.absence_id = any ($2::uuid[])
         union
         select o.id, v.id from asked o
           join appointment v on v.practice_id = $1 and ${uses('v', 'o.resource_id')}
            and ${meets('v', 'o.starts_at', 'o.ends_at')} and v.status in ${toBeSeen})
       select hit.absence_id as "absenceId", a.status, r.state as mark,
              ${uses('a', 'o.resource_id')} and a.starts_at < o.ends_at and a.ends_at > o.starts_at as "isInTheWay"
         from hit
         join asked o on o.id = hit.absence_id
         join appointment a on a.practice_id = $1 and a.id = hit.id
         left join rebooking r on r.practice_id = $1 and r.absence_id = hit.absence_id and r.appointment_id = a.id`,
      [this.unitOfWork.practiceId, absenceIds],
    );
  }

  /** What an absence that is not noted yet would meet. */
  async countHit(
    resourceId: string,
    startsAt: Date,
    endsAt: Date,
  ): Promise<{ hit: number; urgent: number; present: number; isAbsentAlready: boolean }> {
    const [row] = await this.unitOfWork.manager.query(
      `select count(*)::int as hit, count(*) filter (where v.urgent)::int as urgent,
              count(*) filter (where v.status = 'arrived')::int as present,
              exists (select 1 from absence b where b.practice_id = $1 and b.resource_id = $2
                and b.starts_at < $4 and b.ends_at > $3) as "isAbsentAlready"
         from appointment v
        where v.practice_id = $1 and ${uses('v', '$2::uuid')} and ${meets('v', '$3::timestamptz', '$4::timestamptz')}
          and v.status in ${toBeSeen}`,
      [this.unitOfWork.practiceId, resourceId, startsAt, endsAt],
    );
    return row;
  }

  /** Writes down the visits an absence meets the moment it is noted: they stay on its list wherever they go. */
  async begin(absenceId: string, resourceId: string, startsAt: Date, endsAt: Date): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into rebooking (practice_id, absence_id, appointment_id, state, from_resource_id, from_day, from_min)
       select $1, $2, v.id, 'to_call', v.resource_id, v.local_day, v.start_min from appointment v
        where v.practice_id = $1 and ${uses('v', '$3::uuid')} and ${meets('v', '$4::timestamptz', '$5::timestamptz')}
          and v.status in ${toBeSeen}`,
      [this.unitOfWork.practiceId, absenceId, resourceId, startsAt, endsAt],
    );
  }

  /** Two desks that note at once: the second one is told that the line has changed. */
  async mark(mark: NewMark): Promise<void> {
    const { actor, practiceId, manager } = this.unitOfWork;
    const { absenceId, appointmentId, from } = mark;
    const written = await manager.query<{ version: number }[]>(
      `insert into rebooking as r (practice_id, absence_id, appointment_id, state, from_resource_id, from_day, from_min,
         left_version, note, account_id, actor_name, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (practice_id, absence_id, appointment_id) do update
         set state = excluded.state, from_resource_id = excluded.from_resource_id, from_day = excluded.from_day,
             from_min = excluded.from_min, left_version = excluded.left_version, note = excluded.note,
             account_id = excluded.account_id, actor_name = excluded.actor_name, at = excluded.at,
             version = r.version + 1
         where r.version = $13
       returning version`,
      [
        ...[practiceId, absenceId, appointmentId, mark.mark, from.resourceId, from.day, from.startMin],
        ...[mark.leftVersion, mark.note, actor.accountId, actor.displayName, mark.at, mark.expectedVersion],
      ],
    );
    if (written.length === 0) throw new DomainError('version.stale');
  }

  /** When these patients are expected elsewhere: minutes of local days, visits that still stand. */
  busyOf(
    patientIds: readonly string[],
    exceptIds: readonly string[],
    from: string,
    to: string,
  ): Promise<{ patientId: string; day: string; startMin: number; endMin: number }[]> {
    return this.unitOfWork.manager.query(
      `select patient_id as "patientId", local_day::text as day, start_min as "startMin",
              start_min + duration_min as "endMin"
         from appointment
        where practice_id = $1 and patient_id = any ($2::uuid[]) and id <> all ($3::uuid[])
          and local_day between $4 and $5 and status in ${toBeSeen}`,
      [this.unitOfWork.practiceId, patientIds, exceptIds, from, to],
    );
  }
}
