import { Injectable } from '@nestjs/common';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AgendaScope } from '../agenda-scope.js';
import { type PatientVisit, patientVisits } from '../patient-visits.sql.js';

interface Started {
  readonly day: LocalDay;
  readonly startMin: number;
}

/** What a place depends on besides who holds it, over many days at once. */
@Injectable()
export class GroundRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: AgendaScope,
  ) {}

  /** Whether a patient never came and is not booked. */
  async isNew(patientId: string): Promise<boolean> {
    const rows = await this.run<{ known: boolean }>(
      `select exists (select 1 from appointment where practice_id = $1 and patient_id = $2
                        and status not in ('cancelled', 'no_show')) as known`,
      [patientId],
    );
    return rows[0]?.known !== true;
  }

  /** Her visits that stand between two instants. */
  patientVisits(patientId: string, from: Date, to: Date, exceptIds: readonly string[]): Promise<PatientVisit[]> {
    return this.run(`select v.* from (${patientVisits('$2', '$3', '$4', '$5')}) v where v.id <> all ($6::uuid[])`, [
      patientId,
      from,
      to,
      this.scope.resourceIds,
      exceptIds,
    ]);
  }

  /** Visits that stand beside others, days inclusive. */
  rajouts(
    resourceIds: readonly string[],
    from: LocalDay,
    to: LocalDay,
    exceptIds: readonly string[],
  ): Promise<(Started & { readonly resourceId: string })[]> {
    return this.run(
      `select resource_id as "resourceId", local_day::text as day, start_min as "startMin" from appointment
        where practice_id = $1 and resource_id = any ($2::uuid[]) and local_day between $3 and $4
          and rajout_reason is not null and status <> 'cancelled' and id <> all ($5::uuid[])`,
      [resourceIds, from, to, exceptIds],
    );
  }

  /** Who last booked or moved what stands in each of these spans: a colleague's name, never the patient's. */
  async holders(
    spans: readonly { key: string; resourceId: string; startsAt: Date; endsAt: Date }[],
  ): Promise<Map<string, string>> {
    if (spans.length === 0) return new Map();
    const rows = await this.run<{ key: string; name: string }>(
      `select s.key, e.actor_name as name
         from jsonb_to_recordset($2::jsonb) as s(key text, "resourceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
         cross join lateral (
           select e.actor_name from claim c
             join appointment_event e on e.practice_id = c.practice_id and e.appointment_id = c.appointment_id
            where c.practice_id = $1 and c.resource_id = s."resourceId"
              and c.starts_at > s."startsAt" - interval '24 hours' and c.starts_at < s."endsAt"
              and c.ends_at > s."startsAt" and e.kind in ('booked', 'moved', 'resized', 'restored')
            order by e.at desc, e.id desc limit 1) e`,
      [JSON.stringify(spans)],
    );
    return new Map(rows.map(({ key, name }) => [key, name]));
  }

  private run<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<Row[]>(sql, [practiceId, ...parameters]);
  }
}
