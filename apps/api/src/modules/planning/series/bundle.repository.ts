import { Injectable } from '@nestjs/common';
import type { BundledVisit, BundleKind } from '@pupitre/shared/planning/bundle.contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

interface Bundle {
  readonly id: string;
  readonly kind: BundleKind;
  readonly visits: BundledVisit[];
}

@Injectable()
export class BundleRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async insert(kind: BundleKind): Promise<string> {
    const id = uuid();
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      'insert into bundle (practice_id, id, kind, created_by, created_at) values ($1, $2, $3, $4, $5)',
      [practiceId, id, kind, actor.accountId, this.clock.now()],
    );
    return id;
  }

  /** Null for an unknown one, or another practice's. Visits in columns the caller may not see are left out. */
  async find(bundleId: string, resourceIds: readonly string[] | null): Promise<Bundle | null> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<Bundle[]>(
      `select b.id, b.kind,
          (select coalesce(json_agg(json_build_object('id', a.id, 'motifId', a.motif_id, 'resourceId', a.resource_id,
                    'day', a.local_day, 'startMin', a.start_min, 'endMin', a.start_min + a.duration_min,
                    'status', a.status, 'version', a.version,
                    'patient', json_build_object('id', p.id, 'usedName', p.used_name, 'birthName', p.birth_name,
                      'firstName', p.first_name, 'sex', p.sex, 'birthDate', p.birth_date,
                      'hasPhone', p.phone is not null, 'headsUp', p.heads_up)) order by a.starts_at, a.id), '[]')
             from appointment a join patient p on p.practice_id = a.practice_id and p.id = a.patient_id
            where a.practice_id = $1 and a.bundle_id = b.id
              and ($3::uuid[] is null or a.resource_id = any ($3))) as visits
         from bundle b where b.practice_id = $1 and b.id = $2`,
      [practiceId, bundleId, resourceIds],
    );
    return rows[0] && rows[0].visits.length > 0 ? rows[0] : null;
  }
}
