import pg from 'pg';
import type { Logger } from 'pino';
import { liveChannel } from './live-channel.js';

const reconnectMs = 1_000;
const patienceMs = 5_000;

interface LineEvents {
  /** A new line is about to be opened. Its first notification may come before `opened`. */
  opening(): void;
  /** A notification, in the order of the commits. */
  heard(payload: string): void;
  /** The line is up and listens: whatever is committed from now on is heard. A throw takes the line down. */
  opened(): Promise<void>;
}

/** The one LISTEN connection of the process: direct, outside the pool, opened again for as long as the process lives. */
export class LiveLine {
  private client: pg.Client | null = null;
  private stopped = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
    private readonly events: LineEvents,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'pupitre-live',
      keepAlive: true,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    client.on('notification', ({ payload }) => this.client === client && this.events.heard(payload ?? ''));
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    this.client = client;
    this.events.opening();
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
      await this.events.opened();
    } catch {
      this.lose(client);
    }
  }

  /** Null when the line is down or goes down: it is then opened again by itself. */
  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[] | null> {
    const { client } = this;
    if (!client) return null;
    try {
      return (await client.query<Row>(sql, values)).rows;
    } catch {
      this.lose(client);
      return null;
    }
  }

  /** What was asked of it did not come back: another one is opened. */
  giveUp(): void {
    if (this.client) this.lose(this.client);
  }

  async close(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private lose(lost: pg.Client): void {
    if (this.stopped || this.client !== lost) return;
    this.client = null;
    this.logger.warn('live connection lost, trying again');
    lost.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.open(), reconnectMs).unref();
  }
}
