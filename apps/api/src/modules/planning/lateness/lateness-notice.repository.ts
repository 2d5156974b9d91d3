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

export interface ToldVisit {
  readonly resourceId: string;
  readonly patientId: string;
  readonly day: string;
  readonly startMin: number;
}

/** What the journal of a visit keeps of a call about the lateness: `told`, or taken back. */
export const latenessEvents = { told: 'lateness_told', takenBack: 'lateness_taken_back' } as const;

/**
 * What was told stands while the visit stays where it was when it was told: elsewhere, or at another time, it was about
 * another lateness.
 */
const standingNotice = `lateness_notice n
  join appointment_event told on told.practice_id = n.practice_id and told.appointment_id = n.appointment_id
   and told.kind = '${latenessEvents.told}' and told.at = n.at and told.details->>'minutes' = n.minutes::text`;
const sameNotice = `told.details->>'day' = a.local_day::text and told.details->>'startMin' = a.start_min::text
   and told.details->>'resourceId' = a.resource_id::text`;

/** Who was told that the doctor is late: the last notice of each visit; those before it are in its journal. */
@Injectable()
export class LatenessNoticeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Visits of these columns whose patient has not come yet, in order of time. */
  async listExpected(day: string, resourceIds: readonly string[]): Promise<ExpectedVisit[]> {
    const rows = await this.unitOfWork.manager.query<{ visit: ExpectedVisit }[]>(
      `select json_build_object('appointmentId', a.id, 'resourceId', a.resource_id,
                'patient', json_build_object('id', p.id, 'usedName', p.used_name, 'birthName', p.birth_name,
                  'firstName', p.first_name, 'sex', p.sex, 'birthDate', p.birth_date, 'hasPhone', p.phone is not null,
                  'headsUp', p.heads_up),
                'phone', p.phone, 'startMin', a.start_min, 'startsAt', a.starts_at, 'status', a.status,
                'told', (select json_build_object('minutes', n.minutes, 'at', n.at, 'by', n.actor_name)
                           from ${standingNotice}
                          where n.practice_id = $1 and n.appointment_id = a.id and ${sameNotice} limit 1)) as visit
         from appointment a
         join patient p on p.practice_id = a.practice_id and p.id = a.patient_id
        where a.practice_id = $1 and a.local_day = $2 and a.resource_id = any ($3::uuid[])
          and a.status in ('booked', 'confirmed')
        order by a.starts_at, a.id`,
      [this.unitOfWork.practiceId, day, resourceIds],
    );
    return rows.map(({ visit }) => visit);
  }

  /** Ours until the transaction ends: two desks that tell the same patient come one after the other. */
  async openVisit(appointmentId: string): Promise<ToldVisit | null> {
    const [visit] = await this.unitOfWork.manager.query(
      `select resource_id as "resourceId", patient_id as "patientId", local_day::text as day, start_min as "startMin"
         from appointment where practice_id = $1 and id = $2 for update`,
      [this.unitOfWork.practiceId, appointmentId],
    );
    return visit ?? null;
  }

  /** What she knows; null when nothing, or nothing about the visit as it stands. */
  async find(appointmentId: string): Promise<LatenessNotice | null> {
    const [notice] = await this.unitOfWork.manager.query<LatenessNotice[]>(
      `select n.minutes, to_json(n.at) #>> '{}' as at, n.actor_name as by from ${standingNotice}
         join appointment a on a.practice_id = $1 and a.id = n.appointment_id and ${sameNotice}
        where n.practice_id = $1 and n.appointment_id = $2 limit 1`,
      [this.unitOfWork.practiceId, appointmentId],
    );
    return notice ?? null;
  }

  async write(appointmentId: string, minutes: number, at: Date): Promise<void> {
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `insert into lateness_notice (practice_id, appointment_id, minutes, account_id, actor_name, at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (practice_id, appointment_id) do update
         set minutes = excluded.minutes, account_id = excluded.account_id, actor_name = excluded.actor_name,
             at = excluded.at`,
      [practiceId, appointmentId, minutes, actor.accountId, actor.displayName, at],
    );
  }

  /** The last notice was a mistake: the one before it stands again, by whom and when it was told, or none. */
  async takeBack(appointmentId: string): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    const events = await manager.query<ToldEvent[]>(
      `select kind, at, account_id as "accountId", actor_name as "actorName", (details->>'minutes')::int as minutes
         from appointment_event where practice_id = $1 and appointment_id = $2 and kind = any ($3) order by at, id`,
      [practiceId, appointmentId, Object.values(latenessEvents)],
    );
    const earlier = standing(events).at(-2);
    if (!earlier) {
      await manager.query('delete from lateness_notice where practice_id = $1 and appointment_id = $2', [
        practiceId,
        appointmentId,
      ]);
      return;
    }
    const { minutes, accountId, actorName, at } = earlier;
    const [, written] = await manager.query<[unknown[], number]>(
      `update lateness_notice set minutes = $3, account_id = $4, actor_name = $5, at = $6
        where practice_id = $1 and appointment_id = $2`,
      [practiceId, appointmentId, minutes, accountId, actorName, at],
    );
    if (written === 0) throw new DomainError('resource.not_found');
  }
}

interface ToldEvent {
  readonly kind: string;
  readonly at: Date;
  readonly accountId: string;
  readonly actorName: string;
  readonly minutes: number;
}

/** What was told and not taken back, in the order of the calls. */
function standing(events: readonly ToldEvent[]): ToldEvent[] {
  const told: ToldEvent[] = [];
  for (const event of events) {
    if (event.kind === latenessEvents.told) told.push(event);
    else told.pop();
  }
  return told;
}
