import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * The floor: the statements that do the work, through `pg`, without HTTP, session, row-level security, validation or
 * audit. The connection is a superuser's, which policies do not bind: nothing can be faster than this on the machine.
 */
export class Floor {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    private readonly practiceId: string,
    clients: number,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: clients, idleTimeoutMillis: 0 });
  }

  async backendPid(): Promise<number> {
    const { rows } = await this.pool.query('select pg_backend_pid() as pid');
    return rows[0].pid;
  }

  async day(sql: string, day: string): Promise<boolean> {
    await this.pool.query(sql, [this.practiceId, day, null, true]);
    return true;
  }

  async search(prefix: string): Promise<boolean> {
    await this.pool.query(
      `select p.id, p.used_name, p.birth_name, p.first_name, p.sex, p.birth_date::text, p.phone, k.name as city
         from (select distinct patient_id from patient_search_key
                where practice_id = $1 and starts_with(key, $2) limit 8) found
         join patient p on p.practice_id = $1 and p.id = found.patient_id
         left join commune k on k.code = p.commune_code`,
      [this.practiceId, prefix],
    );
    return true;
  }

  /** Appointment, claim and journal in one transaction: false when the exclusion constraint refuses. */
  async book(visit: BookedVisit): Promise<boolean> {
    const client = await this.pool.connect();
    const id = randomUUID();
    const startsAt = new Date(visit.startsAt);
    const endsAt = new Date(startsAt.getTime() + visit.durationMin * 60_000);
    try {
      await client.query('begin');
      await client.query(
        `insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day,
           start_min, duration_min, starts_at, ends_at, status, source, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'booked', 'phone', $2, now())`,
        [
          this.practiceId,
          id,
          visit.resourceId,
          visit.practitionerId,
          visit.motifId,
          visit.patientId,
          visit.day,
          visit.startMin,
          visit.durationMin,
          startsAt,
          endsAt,
        ],
      );
      await client.query(
        `insert into claim (practice_id, id, resource_id, appointment_id, span)
         values ($1, $2, $3, $4, tstzrange($5, $6, '[)'))`,
        [this.practiceId, randomUUID(), visit.resourceId, id, startsAt, endsAt],
      );
      await client.query(
        `insert into appointment_event (practice_id, id, appointment_id, at, account_id, actor_name, kind)
         values ($1, $2, $3, now(), $2, 'floor', 'booked')`,
        [this.practiceId, randomUUID(), id],
      );
      await client.query('commit');
      return true;
    } catch {
      await client.query('rollback');
      return false;
    } finally {
      client.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

export interface BookedVisit {
  readonly resourceId: string;
  readonly practitionerId: string;
  readonly motifId: string;
  readonly patientId: string;
  readonly day: string;
  readonly startMin: number;
  readonly durationMin: number;
  readonly startsAt: string;
}
