import { Injectable } from '@nestjs/common';
import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** Days, both inclusive, of some columns. */
export interface Span {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
  readonly resourceIds: readonly string[];
}

/** A line of a card: the database writes it, six weeks of a practice are thousands of them. */
const visitJson = `json_build_object('id', a.id, 'resourceId', a.resource_id, 'motifId', a.motif_id,
  'day', a.local_day, 'startMin', a.start_min, 'endMin', a.start_min + a.duration_min, 'status', a.status,
  'urgent', a.urgent, 'usedName', p.used_name, 'birthName', p.birth_name, 'firstName', p.first_name,
  'cancelledBy', a.cancelled_by, 'cancelReason', a.cancel_reason,
  'isRajout', a.rajout_reason is not null, 'meetingId', a.meeting_id, 'version', a.version)`;

@Injectable()
export class WeekRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In order of time, cancelled ones included. */
  async listVisits({ fromDay, toDay, resourceIds }: Span): Promise<WeekVisit[]> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<[{ visits: WeekVisit[] }]>(
      `select coalesce(json_agg(${visitJson} order by a.starts_at, a.id), '[]') as visits
         from appointment a join patient p on p.practice_id = a.practice_id and p.id = a.patient_id
        where a.practice_id = $1 and a.local_day between $2 and $3 and a.resource_id = any ($4::uuid[])`,
      [practiceId, fromDay, toDay, resourceIds],
    );
    return row.visits;
  }

  /** Visits that keep their place, by column and day. */
  countVisits({ fromDay, toDay, resourceIds }: Span): Promise<{ resourceId: string; day: LocalDay; visits: number }[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query(
      `select resource_id as "resourceId", local_day::text as day, count(*)::int as visits
         from appointment
        where practice_id = $1 and local_day between $2 and $3 and resource_id = any ($4::uuid[])
          and status <> 'cancelled'
        group by resource_id, local_day`,
      [practiceId, fromDay, toDay, resourceIds],
    );
  }
}
