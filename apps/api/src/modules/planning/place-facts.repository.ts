import { Injectable } from '@nestjs/common';
import { partsOfDay } from '@pupitre/shared/planning/free-day';
import type { Interval } from '@pupitre/shared/planning/interval';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** What a place depends on besides who holds it. */
@Injectable()
export class PlaceFactsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Whether the patient is known, and her other visits that still stand on a local day. */
  async patientOn(
    patientId: string,
    day: LocalDay,
    exceptAppointmentIds: readonly string[],
  ): Promise<{ isNew: boolean; busy: Interval[] }> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ isNew: boolean; busy: Interval[] }[]>(
      `select not exists (select 1 from appointment a where a.practice_id = $1 and a.patient_id = $2
                            and a.id <> all ($4::uuid[]) and a.status not in ('cancelled', 'no_show')) as "isNew",
          (select coalesce(json_agg(json_build_object('startMin', a.start_min, 'endMin', a.start_min + a.duration_min)
                    order by a.start_min), '[]')
             from appointment a
            where a.practice_id = $1 and a.patient_id = $2 and a.local_day = $3 and a.id <> all ($4::uuid[])
              and a.status in ('requested', 'booked', 'confirmed', 'arrived', 'in_consultation')) as busy`,
      [practiceId, patientId, day, exceptAppointmentIds],
    );
    return rows[0] ?? { isNew: true, busy: [] };
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
