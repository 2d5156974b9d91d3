import { Injectable } from '@nestjs/common';
import { partsOfDay } from '@pupitre/shared/planning/free-day';
import type { Interval } from '@pupitre/shared/planning/interval';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AgendaScope } from './agenda-scope.js';
import { type PatientVisit, patientVisits } from './patient-visits.sql.js';

/** Where a visit stands, in minutes of its local day. */
export interface StandingPlace extends Interval {
  readonly id: string;
  readonly resourceId: string;
  readonly day: LocalDay;
}

/** What a place depends on besides who holds it. */
@Injectable()
export class PlaceFactsRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: AgendaScope,
  ) {}

  /** Whether the patient is known, and her other visits that stand between two instants. */
  async patientBetween(
    patientId: string,
    from: Date,
    to: Date,
    exceptAppointmentIds: readonly string[],
  ): Promise<{ isNew: boolean; visits: PatientVisit[] }> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ isNew: boolean; visits: PatientVisit[] }[]>(
      `select not exists (select 1 from appointment a where a.practice_id = $1 and a.patient_id = $2
                            and a.id <> all ($3::uuid[]) and a.status not in ('cancelled', 'no_show')) as "isNew",
          (select coalesce(json_agg(v order by v."startsAt"), '[]')
             from (${patientVisits('$2', '$4', '$5', '$6')}) v where v.id <> all ($3::uuid[])) as visits`,
      [practiceId, patientId, exceptAppointmentIds, from, to, this.scope.resourceIds],
    );
    return rows[0] ?? { isNew: true, visits: [] };
  }

  /** Where a visit stands; null for one of nobody here. */
  async placeOf(appointmentId: string): Promise<StandingPlace | null> {
    const { manager, practiceId } = this.unitOfWork;
    const [place] = await manager.query<StandingPlace[]>(
      `select id, resource_id as "resourceId", local_day::text as day, start_min as "startMin",
          start_min + duration_min as "endMin"
         from appointment
        where practice_id = $1 and id = $2 and status <> 'cancelled'`,
      [practiceId, appointmentId],
    );
    return place ?? null;
  }

  async isMeetingCancelled(meetingId: string): Promise<boolean> {
    const { manager, practiceId } = this.unitOfWork;
    const [meeting] = await manager.query<{ gone: boolean }[]>(
      'select cancelled_at is not null as gone from meeting where practice_id = $1 and id = $2',
      [practiceId, meetingId],
    );
    return meeting?.gone ?? true;
  }

  /** Visits that stand beside others in the half-day of a column where `startMin` lies. */
  async countRajouts(
    resourceId: string,
    day: LocalDay,
    startMin: number,
    exceptAppointmentIds: readonly string[],
  ): Promise<number> {
    const { manager, practiceId } = this.unitOfWork;
    const { startMin: from, endMin: to } =
      startMin < partsOfDay.morning.endMin ? partsOfDay.morning : partsOfDay.afternoon;
    const rows = await manager.query<{ count: number }[]>(
      `select count(*)::int as count from appointment
        where practice_id = $1 and resource_id = $2 and local_day = $3 and start_min >= $4 and start_min < $5
          and rajout_reason is not null and status <> 'cancelled' and id <> all ($6::uuid[])`,
      [practiceId, resourceId, day, from, to, exceptAppointmentIds],
    );
    return rows[0]?.count ?? 0;
  }
}
