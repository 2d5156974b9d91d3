import pg from 'pg';
import type { Operation } from './recorded-operations.js';

/**
 * The floor: the very statements the API sends for an operation, through `pg`, as the same role and session, without
 * HTTP, routing, validation, mapping or response checks.
 */
export class Floor {
  private readonly pool: pg.Pool;

  constructor(appUrl: string, clients: number) {
    this.pool = new pg.Pool({ connectionString: appUrl, max: clients, idleTimeoutMillis: 0 });
  }

  async backendPid(): Promise<number> {
    const { rows } = await this.pool.query('select pg_backend_pid() as pid');
    return rows[0].pid;
  }

  /** False when the database refused one of the statements. */
  async replay(operation: Operation): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      for (const { text, values } of operation) await client.query(text, [...values]);
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
