import { workerSecretIn } from '@pupitre/migrations/worker-secret';
import type { Logger } from 'pino';
import { entities } from './entities.js';
import { Clock, DemoClock, FrozenClock, SystemClock } from './platform/clock.js';
import { databaseFaults } from './platform/database/boot-check.js';
import { appDataSource } from './platform/database/data-source.js';
import { WorkerSecret } from './platform/database/worker-secret.js';
import type { Env } from './platform/env.js';
import type { PlatformParts } from './platform/platform.module.js';
import { Settings } from './platform/settings.js';

const version = '0.1.0';

/** Connects, checks that the database protects its tenants, and reads the installation's mode and clock. */
export async function platformParts(env: Env, logger: Logger): Promise<PlatformParts> {
  const dataSource = await appDataSource(env.DATABASE_APP_URL, entities).initialize();
  const faults = await databaseFaults(dataSource);
  if (faults.length > 0) throw new Error(`the database is not safe: ${faults.join('; ')}`);
  const [installation] = await dataSource.query('select * from app.installation()');
  const demo = installation?.mode === 'demo';
  if (env.PUPITRE_DEMO_DATE && !demo) throw new Error('PUPITRE_DEMO_DATE is for demo mode only');
  return {
    dataSource,
    clock: clockOf(env, installation),
    settings: new Settings(env.PUBLIC_URL, demo, version, env.DATA_DIR),
    logger,
    listenUrl: env.DATABASE_LISTEN_URL ?? env.DATABASE_APP_URL,
    workerSecret: new WorkerSecret(workerSecretIn(env.DATABASE_APP_URL)),
    runsJobs: env.PUPITRE_WORKER === 'on',
  };
}

function clockOf(env: Env, installation: { demo_now: Date | null; demo_set_at: Date | null } | undefined): Clock {
  if (env.PUPITRE_DEMO_DATE) return new FrozenClock(new Date(env.PUPITRE_DEMO_DATE));
  if (installation?.demo_now && installation.demo_set_at) {
    return new DemoClock(installation.demo_now, installation.demo_set_at);
  }
  return new SystemClock();
}
