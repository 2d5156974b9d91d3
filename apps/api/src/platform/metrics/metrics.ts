import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

/** Numbers read at each scrape, by the value of one label. */
export type Reading = () => Promise<Readonly<Record<string, number>>>;

interface Watched {
  readonly dataSource: DataSource;
  readonly version: string;
  readonly liveStreams: () => number;
}

const prefix = 'pupitre_';
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What a host watches: of this process, never of a person or a practice. Labels are closed lists (route patterns,
 * classes of status, states), so that nothing of a patient can become one.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram;

  constructor({ dataSource, version, liveStreams }: Watched) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: `${prefix}http_request_duration_seconds`,
      help: 'Time from the first byte of a request to the last of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers: [this.registry],
    });
    this.gauge('build', 'The version that runs', 'version', async () => ({ [version]: 1 }));
    this.gauge('pool_connections', 'Connections to the database; waiting are requests without one', 'state', async () =>
      poolStates(dataSource),
    );
    this.gauge('live_streams', 'Desks that listen to this process', null, async () => ({ all: liveStreams() }));
    this.gauge('database_up', 'Whether the database answered this scrape', null, async () => ({
      all: await dataSource.query('select 1').then(
        () => 1,
        () => 0,
      ),
    }));
  }

  /** A number of another part of the platform, read at each scrape; left out of a scrape in which it cannot be read. */
  gauge(name: string, help: string, label: string | null, read: Reading): void {
    new Gauge({
      name: prefix + name,
      help,
      labelNames: label === null ? [] : [label],
      registers: [this.registry],
      async collect() {
        const values = await read().catch(() => ({}));
        this.reset();
        for (const [key, value] of Object.entries(values)) this.set(label === null ? {} : { [label]: key }, value);
      },
    });
  }

  /** `route` is the pattern, never the address. */
  noteRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  async text(): Promise<{ type: string; body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}

function poolStates(dataSource: DataSource): Record<string, number> {
  const { totalCount, idleCount, waitingCount } = (dataSource.driver as unknown as { master: Pool }).master;
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}
