import { Injectable } from '@nestjs/common';
import type { SeriesView } from '@pupitre/shared/planning/series.contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import type { SeriesAsked } from './series-planner.js';

const patientJson = `json_build_object('id', p.id, 'usedName', p.used_name, 'birthName', p.birth_name,
  'firstName', p.first_name, 'sex', p.sex, 'birthDate', p.birth_date, 'hasPhone', p.phone is not null,
  'headsUp', p.heads_up)`;
const openNow = `a.status in ('requested', 'booked', 'confirmed') and a.starts_at > $3`;

@Injectable()
export class SeriesRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async insert({ patientId, motifId, rule }: SeriesAsked, zone: string, visits: number): Promise<string> {
    const id = uuid();
    const { practiceId, actor } = this.unitOfWork;
    const values = [practiceId, id, patientId, motifId, JSON.stringify(rule), zone, visits];
    await this.unitOfWork.translate(
      { series_practice_id_patient_id: () => new DomainError('resource.not_found') },
      (manager) =>
        manager.query(
          `insert into series (practice_id, id, patient_id, motif_id, rule, zone, visits, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [...values, actor.accountId, this.clock.now()],
        ),
    );
    return id;
  }

  /** Null for an unknown series, or another practice's. Visits in columns the caller may not see are left out. */
  async find(seriesId: string, resourceIds: readonly string[] | null): Promise<SeriesView | null> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<SeriesView[]>(
      `select s.id, s.motif_id as "motifId", ${patientJson} as patient, to_json(s.created_at) #>> '{}' as "createdAt",
          (select coalesce(json_agg(json_build_object('id', a.id, 'index', a.series_index, 'resourceId', a.resource_id,
                    'day', a.local_day, 'startMin', a.start_min, 'endMin', a.start_min + a.duration_min,
                    'status', a.status, 'version', a.version, 'isOpen', ${openNow}) order by a.series_index), '[]')
             from appointment a
            where a.practice_id = $1 and a.series_id = s.id and ($4::uuid[] is null or a.resource_id = any ($4))) as visits
         from series s join patient p on p.practice_id = s.practice_id and p.id = s.patient_id
        where s.practice_id = $1 and s.id = $2`,
      [practiceId, seriesId, this.clock.now(), resourceIds],
    );
    return rows[0] && rows[0].visits.length > 0 ? rows[0] : null;
  }
}
