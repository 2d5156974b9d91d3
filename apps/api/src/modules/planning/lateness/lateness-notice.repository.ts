import { Injectable } from '@nestjs/common';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import type { LatenessWarning } from '@pupitre/shared/planning/lateness.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';

export type LatenessNotice = NonNullable<LatenessWarning['told']>;

export interface ExpectedVisit {
  readonly appointmentId: string;
  readonly resourceId: string;
  readonly patient: LatenessWarning['patient'];
  readonly phone: string | null;
  readonly startMin: number;
  readonly startsAt: string;
  readonly status: AppointmentStatus;
  readonly told: LatenessNotice | null;
}

/** Who was told that the doctor is late. */
@Injectable()
export class LatenessNoticeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Visits of these columns whose patient has not come yet, in order of time. What was told on another day, before the
   * visit was moved, was about another lateness.
   */
  async listExpected(day: string, resourceIds: readonly string[]): Promise<ExpectedVisit[]> {
    const rows = await this.unitOfWork.manager.query<{ visit: ExpectedVisit }[]>(
      `select json_build_object('appointmentId', a.id, 'resourceId', a.resource_id,
                'patient', json_build_object('id', p.id, 'usedName', p.used_name, 'birthName', p.birth_name,
                  'firstName', p.first_name, 'sex', p.sex, 'birthDate', p.birth_date, 'hasPhone', p.phone is not null,
                  'headsUp', p.heads_up),
                'phone', p.phone, 'startMin', a.start_min, 'startsAt', a.starts_at, 'status', a.status,
                'told', case when n.minutes is not null
                  then json_build_object('minutes', n.minutes, 'at', n.at, 'by', n.actor_name) end) as visit
         from appointment a
         join patient p on p.practice_id = a.practice_id and p.id = a.patient_id
         left join lateness_notice n on n.practice_id = a.practice_id and n.appointment_id = a.id
          and (n.at at time zone $4)::date = a.local_day
        where a.practice_id = $1 and a.local_day = $2 and a.resource_id = any ($3::uuid[])
          and a.status in ('booked', 'confirmed')
        order by a.starts_at, a.id`,
      [this.unitOfWork.practiceId, day, resourceIds, this.unitOfWork.membership.zone],
    );
    return rows.map(({ visit }) => visit);
  }

  async findVisit(appointmentId: string): Promise<{ resourceId: string; patientId: string; day: string } | null> {
    const [visit] = await this.unitOfWork.manager.query(
      `select resource_id as "resourceId", patient_id as "patientId", local_day::text as day from appointment
        where practice_id = $1 and id = $2`,
      [this.unitOfWork.practiceId, appointmentId],
    );
    return visit ?? null;
  }

  /** Of two desks that tell the same patient the same thing, the first one stands. */
  async write(appointmentId: string, minutes: number, at: Date): Promise<LatenessNotice> {
    const { manager, practiceId, actor, membership } = this.unitOfWork;
    await manager.query(
      `insert into lateness_notice as n (practice_id, appointment_id, minutes, account_id, actor_name, at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (practice_id, appointment_id) do update
         set minutes = excluded.minutes, account_id = excluded.account_id, actor_name = excluded.actor_name,
             at = excluded.at
         where n.minutes < excluded.minutes or (n.at at time zone $7)::date <> (excluded.at at time zone $7)::date`,
      [practiceId, appointmentId, minutes, actor.accountId, actor.displayName, at, membership.zone],
    );
    const [notice] = await manager.query(
      `select minutes, to_json(at) #>> '{}' as at, actor_name as by from lateness_notice
        where practice_id = $1 and appointment_id = $2`,
      [practiceId, appointmentId],
    );
    return notice;
  }

  async remove(appointmentId: string): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    const [removed] = await manager.query<[unknown[], number]>(
      'delete from lateness_notice where practice_id = $1 and appointment_id = $2 returning appointment_id',
      [practiceId, appointmentId],
    );
    if (removed.length === 0) throw new DomainError('resource.not_found');
  }
}
