import { Injectable } from '@nestjs/common';
import type { OutsideVisit } from '@pupitre/shared/practices/outside-hours.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** Passed over by somebody who may: it stands there on purpose. */
const onPurpose = ['appointment.outside_opening_hours', 'appointment.public_holiday'];

export interface StandingVisit extends Omit<OutsideVisit, 'phoneMasked'> {
  readonly phone: string | null;
}

@Injectable()
export class OutsideHoursRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Visits of a column that have not begun and that nobody has cancelled nor put outside on purpose, earliest first. */
  async findToCome(resourceId: string, now: Date): Promise<StandingVisit[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<StandingVisit[]>(
      `select a.id as "appointmentId", a.local_day::text as day, a.start_min as "startMin",
          a.duration_min as "durationMin", a.motif_id as "motifId", p.phone,
          json_build_object('id', p.id, 'usedName', p.used_name, 'birthName', p.birth_name,
            'firstName', p.first_name, 'birthDate', p.birth_date) as patient
         from appointment a join patient p on p.practice_id = $1 and p.id = a.patient_id
        where a.practice_id = $1 and a.resource_id = $2 and a.starts_at > $3
          and a.status in ('requested', 'booked', 'confirmed') and not a.overridden && $4::text[]
        order by a.starts_at, a.id`,
      [practiceId, resourceId, now, onPurpose],
    );
  }
}
