import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { workerSecretIn } from '@pupitre/migrations/worker-secret';
import pg from 'pg';
import { pino } from 'pino';
import { appModule } from '../src/app.module.js';
import { entities } from '../src/entities.js';
import { FrozenClock } from '../src/platform/clock.js';
import { createApp } from '../src/platform/create-app.js';
import { appDataSource } from '../src/platform/database/data-source.js';
import { WorkerSecret } from '../src/platform/database/worker-secret.js';
import { Settings } from '../src/platform/settings.js';
import { appUrl, cloneTemplate, cutConnections, dropDatabase, serverUrls, withDatabase } from './database.js';
import { Given } from './given.js';

/** A Monday morning in Paris; tests move it when the story does. */
export const mondayMorning = new Date('2026-03-02T09:00:00+01:00');

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly given: Given;
  readonly clock: FrozenClock;
  readonly owner: pg.Client;
  readonly database: string;
  /** Everything the server wrote to its log. */
  readonly logLines: string[];
  /** Another process of the same product on the same database: its own pool, its own live connection. */
  startTwin(): Promise<ServerProcess>;
  /** What a restart of Postgres does to the server: every connection of its role is cut. */
  cutConnections(): Promise<void>;
  close(): Promise<void>;
}

export interface ServerProcess {
  readonly app: NestFastifyApplication;
  stop(): Promise<void>;
}

/**
 * The real application on a database of its own, connected as the application's role. Background jobs are done only when
 * `worker` is said: a story about something else must not meet them.
 */
export async function startTestApp(
  options: { demo?: boolean; worker?: boolean; metricsToken?: string; dataFolder?: string } = {},
): Promise<TestApp> {
  const database = `pupitre_test_${randomBytes(6).toString('hex')}`;
  await cloneTemplate(database);
  const clock = new FrozenClock(mondayMorning);
  const logLines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => logLines.push(line) });
  const startProcess = async (): Promise<ServerProcess> => {
    const dataSource = await appDataSource(appUrl(database), entities).initialize();
    const settings = new Settings(undefined, options.demo ?? true, 'test', options.dataFolder);
    const workerSecret = new WorkerSecret(workerSecretIn(appUrl(database)));
    const runsJobs = options.worker ?? false;
    const parts = { dataSource, clock, logger, settings, listenUrl: appUrl(database), workerSecret, runsJobs };
    const app = await createApp(appModule(parts), parts, { trustProxy: false, metricsToken: options.metricsToken });
    await app.listen(0, '127.0.0.1');
    return { app, stop: () => app.close().then(() => dataSource.destroy()) };
  };
  const { app, stop } = await startProcess();
  const owner = new pg.Client({ connectionString: withDatabase(serverUrls().owner, database) });
  await owner.connect();
  return {
    app,
    clock,
    owner,
    database,
    logLines,
    given: new Given(owner, app.getHttpServer(), clock),
    startTwin: startProcess,
    cutConnections: () => cutConnections(database),
    close: async () => {
      await stop();
      await owner.end();
      await dropDatabase(database);
    },
  };
}
