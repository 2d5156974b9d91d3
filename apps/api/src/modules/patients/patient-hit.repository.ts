import { Injectable } from '@nestjs/common';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

interface HitRow extends Omit<PatientHit, 'next'> {
  readonly nextDay: string | null;
  readonly nextStartMin: number;
  readonly nextResourceId: string;
}

/** Visits are looked up by the index (practice_id, patient_id, starts_at); a lent desk sees its own columns' only. */
const visits = `appointment a where a.practice_id = $1 and a.patient_id = p.id
  and ($4::uuid[] is null or a.resource_id = any($4))`;
const lastTwelveMonths = `a.starts_at > $3::timestamptz - interval '12 months' and a.starts_at <= $3
  and a.status not in ('requested', 'cancelled')`;

const hitsSql = `
  select p.id, p.birth_name as "birthName", p.used_name as "usedName", p.first_name as "firstName", p.sex,
         p.birth_date::text as "birthDate", coalesce(commune.name, '') as city, right(p.phone, 2) as "phoneEnd",
         coalesce(p.usual_practitioner_id, usual.practitioner_id) as "usualPractitionerId",
         habit.motif_id as "usualMotifId", seen.local_day::text as "lastSeenDay",
         next.local_day::text as "nextDay", next.start_min as "nextStartMin", next.resource_id as "nextResourceId"
    from patient p
    left join commune on commune.code = p.commune_code
    left join lateral (
      select a.practitioner_id from ${visits} and ${lastTwelveMonths}
       group by a.practitioner_id order by count(*) desc, max(a.starts_at) desc limit 1) usual on true
    left join lateral (
      select a.motif_id from ${visits} and ${lastTwelveMonths}
         and exists (select from motif m where m.practice_id = $1 and m.id = a.motif_id and m.active)
       group by a.motif_id
       order by count(*) filter (
           where a.practitioner_id = coalesce(p.usual_practitioner_id, usual.practitioner_id)) desc,
         count(*) desc, max(a.starts_at) desc
       limit 1) habit on true
    left join lateral (
      select a.local_day from ${visits} and a.status in ('in_consultation', 'to_collect', 'done')
       order by a.starts_at desc limit 1) seen on true
    left join lateral (
      select a.local_day, a.start_min, a.resource_id from ${visits}
         and a.status in ('booked', 'confirmed') and a.ends_at > $3
         and a.starts_at > $3::timestamptz - interval '12 hours'
       order by a.starts_at limit 1) next on true
   where p.practice_id = $1 and p.id = any($2)`;

/** The card of a patient in a list: identity, when she was seen, when she comes, with whom and for what as a rule. */
@Injectable()
export class PatientHitRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In the order of `ids`; those of another practice are left out. */
  async find(ids: readonly string[], now: Date): Promise<PatientHit[]> {
    if (ids.length === 0) return [];
    const { manager, practiceId, membership } = this.unitOfWork;
    const rows: HitRow[] = await manager.query(hitsSql, [practiceId, ids, now, membership.lentResourceIds]);
    const hits = new Map(rows.map((row) => [row.id, toHit(row)]));
    return ids.flatMap((id) => hits.get(id) ?? []);
  }
}

function toHit({ nextDay, nextStartMin, nextResourceId, ...card }: HitRow): PatientHit {
  return { ...card, next: nextDay ? { day: nextDay, startMin: nextStartMin, resourceId: nextResourceId } : null };
}
