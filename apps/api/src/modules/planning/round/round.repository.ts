import { Injectable } from '@nestjs/common';
import type { RoundStop } from '@pupitre/shared/planning/round.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

const address = `trim(both ', ' from concat_ws(', ', nullif(p.street, ''),
  nullif(concat_ws(' ', nullif(p.postal_code, ''), k.name), '')))`;

export interface DayPhone {
  readonly appointmentId: string;
  readonly phone: string | null;
}

@Injectable()
export class RoundRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In the order of the clock; those that were cancelled, or to which nobody came, are left out. */
  async stops(resourceId: string, day: LocalDay): Promise<RoundStop[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ stop: RoundStop }[]>(
      `select json_build_object('appointmentId', a.id, 'startMin', a.start_min, 'endMin', a.start_min + a.duration_min,
          'usedName', p.used_name, 'birthName', p.birth_name, 'firstName', p.first_name, 'birthDate', p.birth_date,
          'address', ${address}, 'phone', p.phone, 'motifName', m.name, 'note', a.note) as stop
         from appointment a
         join motif m on m.practice_id = $1 and m.id = a.motif_id and m.place = 'home'
         join patient p on p.practice_id = $1 and p.id = a.patient_id
         left join commune k on k.code = p.commune_code
        where a.practice_id = $1 and a.resource_id = $2 and a.local_day = $3
          and a.status not in ('cancelled', 'no_show')
        order by a.start_min, a.id`,
      [practiceId, resourceId, day],
    );
    return rows.map(({ stop }) => stop);
  }

  phones(resourceId: string, day: LocalDay): Promise<DayPhone[]> {
    return this.unitOfWork.manager.query(
      `select a.id as "appointmentId", p.phone
         from appointment a
         join patient p on p.practice_id = $1 and p.id = a.patient_id
        where a.practice_id = $1 and a.resource_id = $2 and a.local_day = $3 and a.status <> 'cancelled'
        order by a.start_min, a.id`,
      [this.unitOfWork.practiceId, resourceId, day],
    );
  }
}
