import { Injectable } from '@nestjs/common';
import type { OpeningEffect } from '@pupitre/shared/practices/opening.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** Local minutes; a visit that runs past midnight ends after 1440. */
export interface VisitToCome {
  readonly appointmentId: string;
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
}

type Patient = OpeningEffect['firstOutside'][number]['patient'];

@Injectable()
export class OpeningEffectRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Visits that have not begun and that nobody has cancelled, earliest first; `to` null: however far. */
  findVisitsToCome(
    resourceIds: readonly string[],
    now: Date,
    from: LocalDay,
    to: LocalDay | null,
  ): Promise<VisitToCome[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<VisitToCome[]>(
      `select id as "appointmentId", resource_id as "resourceId", local_day::text as day, start_min as "startMin",
          start_min + duration_min as "endMin"
         from appointment
        where practice_id = $1 and resource_id = any ($2::uuid[]) and starts_at > $3
          and local_day >= $4 and ($5::date is null or local_day <= $5)
          and status in ('requested', 'booked', 'confirmed')
        order by starts_at, id`,
      [practiceId, resourceIds, now, from, to],
    );
  }

  async findPatients(appointmentIds: readonly string[]): Promise<Map<string, Patient>> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<(Patient & { id: string })[]>(
      `select a.id, p.used_name as "usedName", p.birth_name as "birthName", p.first_name as "firstName"
         from appointment a join patient p on p.practice_id = $1 and p.id = a.patient_id
        where a.practice_id = $1 and a.id = any ($2::uuid[])`,
      [practiceId, appointmentIds],
    );
    return new Map(rows.map(({ id, ...patient }) => [id, patient]));
  }
}
