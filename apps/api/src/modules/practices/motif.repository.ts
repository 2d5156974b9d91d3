import { Injectable } from '@nestjs/common';
import type { MotifForm, MotifView } from '@pupitre/shared/practices/practice.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { jsonList, motifJson } from './practice.sql.js';

const nameTaken = { motif_name_taken: () => new DomainError('motif.name_taken') };
const offeredAt = jsonList(
  'mr.resource_id',
  'mr.resource_id',
  'motif_resource mr where mr.practice_id = $1 and mr.motif_id = m.id',
);

@Injectable()
export class MotifRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(motifId: string): Promise<MotifView | null> {
    const { manager, practiceId } = this.unitOfWork;
    const [row] = await manager.query<{ motif: MotifView }[]>(
      `select ${motifJson(offeredAt)} as motif from motif m where m.practice_id = $1 and m.id = $2`,
      [practiceId, motifId],
    );
    return row?.motif ?? null;
  }

  async get(motifId: string): Promise<MotifView> {
    const motif = await this.find(motifId);
    if (!motif) throw new DomainError('resource.not_found');
    return motif;
  }

  /** Codes that no tariff of the practice's zone has ever had. */
  async findUnknownActs(codes: readonly string[]): Promise<string[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<{ code: string }[]>(
      `select distinct asked.code from unnest($2::text[]) as asked(code)
        where not exists (select 1 from act join practice on practice.tariff_zone = act.zone
                           where practice.practice_id = $1 and act.code = asked.code)`,
      [practiceId, codes],
    );
    return rows.map(({ code }) => code);
  }

  async insert(motifId: string, form: MotifForm): Promise<void> {
    await this.unitOfWork.translate(nameTaken, (manager) =>
      manager.query(
        `insert into motif (practice_id, id, name, short_name, minutes, color, place, usual_acts, active, before_min,
            after_min, grid_min, channels, patients, rajouts, bring, say, position)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, coalesce(max(position), 0) + 1
           from motif where practice_id = $1`,
        [this.unitOfWork.practiceId, motifId, ...valuesOf(form)],
      ),
    );
  }

  async update(motifId: string, version: number, form: MotifForm): Promise<void> {
    const { practiceId } = this.unitOfWork;
    const [updated] = await this.unitOfWork.translate(nameTaken, (manager) =>
      manager.query<[{ id: string }[], number]>(
        `update motif set name = $3, short_name = $4, minutes = $5, color = $6, place = $7, usual_acts = $8,
            active = $9, before_min = $10, after_min = $11, grid_min = $12, channels = $13, patients = $14, rajouts = $15,
            bring = $16, say = $17, version = version + 1
          where practice_id = $1 and id = $2 and version = $18 returning id`,
        [practiceId, motifId, ...valuesOf(form), version],
      ),
    );
    if (updated.length === 0) throw new DomainError('version.stale', { version: (await this.get(motifId)).version });
  }

  async replaceResources(motifId: string, { resourceIds, durations }: MotifForm): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query('delete from motif_resource where practice_id = $1 and motif_id = $2', [practiceId, motifId]);
    await this.unitOfWork.translate(
      { motif_resource_practice_id_resource_id_fkey: () => new DomainError('resource.not_found') },
      () =>
        manager.query(
          `insert into motif_resource (practice_id, motif_id, resource_id, minutes)
           select distinct on (o.id) $1::uuid, $2::uuid, o.id, d.minutes
             from unnest($3::uuid[]) as o(id)
             left join jsonb_to_recordset($4::jsonb) as d("resourceId" uuid, minutes int) on d."resourceId" = o.id`,
          [practiceId, motifId, resourceIds, JSON.stringify(durations)],
        ),
    );
  }

  async replaceNeeds(motifId: string, needs: MotifForm['needs']): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query('delete from motif_need where practice_id = $1 and motif_id = $2', [practiceId, motifId]);
    if (needs.length === 0) return;
    await this.unitOfWork.translate(
      { motif_need_practice_id_pool_id_fkey: () => new DomainError('resource.not_found') },
      () =>
        manager.query(
          `insert into motif_need (practice_id, motif_id, pool_id, before_min, after_min)
           select distinct on (n."poolId") $1::uuid, $2::uuid, n."poolId", n."beforeMin", n."afterMin"
             from jsonb_to_recordset($3::jsonb) as n("poolId" uuid, "beforeMin" int, "afterMin" int)`,
          [practiceId, motifId, JSON.stringify(needs)],
        ),
    );
  }
}

function valuesOf(form: MotifForm): unknown[] {
  const { name, shortName, minutes, color, place, usualActs, active } = form;
  const { beforeMin, afterMin, gridMin, channels, patients, rajouts, bring, say } = form;
  const rules = [beforeMin, afterMin, gridMin, channels, patients, rajouts, bring, say];
  return [name, shortName, minutes, color, place, usualActs, active, ...rules];
}
