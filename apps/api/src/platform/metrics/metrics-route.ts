import { createHash, timingSafeEqual } from 'node:crypto';
import { listenLive } from '@pupitre/shared/live/live.contract';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { WorkerSecret } from '../database/worker-secret.js';
import { Metrics } from './metrics.js';

interface MetricsRoute {
  readonly token: string;
  readonly workerSecret: WorkerSecret;
  readonly dataSource: DataSource;
  readonly version: string;
  readonly liveStreams: () => number;
}

/** A stream's duration is how long its desk was open: no figure of ours. */
const streams = `/api${listenLive.path.replace(/\{(\w+)\}/g, ':$1')}`;

/** `GET /api/metrics` for whoever shows the token. No contract: it is for a machine of the host, and no client calls it. */
export function serveMetrics(fastify: FastifyInstance, { token, workerSecret, ...watched }: MetricsRoute): void {
  const metrics = new Metrics(watched);
  metrics.gauge('jobs', 'Background jobs, over all processes', 'state', () => jobStates(watched.dataSource));
  metrics.gauge('audit_practices_to_seal', 'Practices whose journal has rows that are not sealed yet', null, () =>
    practicesToSeal(watched.dataSource, workerSecret),
  );
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions?.url;
    if (!route?.startsWith('/api/') || route === streams) return;
    metrics.noteRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
  });
  fastify.get('/api/metrics', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
      return reply.code(401).header('www-authenticate', 'Bearer').send();
    }
    const { type, body } = await metrics.text();
    return reply.type(type).send(body);
  });
}

/** Hashed first: the comparison takes the same time whatever was sent, its length included. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

async function jobStates(dataSource: DataSource): Promise<Record<string, number>> {
  const rows: { state: string; tasks: string }[] = await dataSource.query('select state, tasks from app.task_counts()');
  const counted = Object.fromEntries(rows.map(({ state, tasks }) => [state, Number(tasks)]));
  return { waiting: 0, running: 0, failed: 0, ...counted };
}

async function practicesToSeal(dataSource: DataSource, { value }: WorkerSecret): Promise<Record<string, number>> {
  const [row] = await dataSource.query(
    `with shown as materialized (select set_config('app.worker', $1, true))
     select count(*)::int as all from shown cross join lateral app.practices_to_seal()`,
    [value ?? ''],
  );
  return row;
}
