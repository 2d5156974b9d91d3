import { Injectable } from '@nestjs/common';
import type { KnownPatient } from '@pupitre/shared/planning/slot-reason';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** Her usual practitioner is the one noted, else the one she mostly saw in twelve months, as in the lists of patients. */
const knownSql = `
  select (select p.resource_id from practitioner p where p.practice_id = $1 and p.id = coalesce(
            patient.usual_practitioner_id,
            (select a.practitioner_id from appointment a
              where a.practice_id = $1 and a.patient_id = $2 and a.local_day > $4::date - 365 and a.local_day <= $4::date
                and a.status not in ('requested', 'cancelled') and ($3::uuid[] is null or a.resource_id = any ($3))
              group by a.practitioner_id order by count(*) desc, max(a.starts_at) desc limit 1))) as "usualResourceId",
         (select coalesce(json_agg(json_build_object('resourceId', a.resource_id, 'day', a.local_day,
                   'startMin', a.start_min, 'endMin', a.start_min + a.duration_min) order by a.starts_at), '[]')
            from appointment a
           where a.practice_id = $1 and a.patient_id = $2 and a.local_day > $4::date - 730
             and a.status not in ('cancelled', 'no_show') and a.id is distinct from $5
             and ($3::uuid[] is null or a.resource_id = any ($3))) as visits
    from patient where patient.practice_id = $1 and patient.id = $2`;

/** What gives a place its reasons for one patient: with whom and when she comes. A lent desk knows its own columns'. */
@Injectable()
export class KnownPatientRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null for a patient of nobody here. */
  async find(patientId: string, today: LocalDay, exceptAppointmentId: string | null): Promise<KnownPatient | null> {
    const { manager, practiceId, membership } = this.unitOfWork;
    const [known] = await manager.query<KnownPatient[]>(knownSql, [
      practiceId,
      patientId,
      membership.lentResourceIds,
      today,
      exceptAppointmentId,
    ]);
    return known ?? null;
  }
}
