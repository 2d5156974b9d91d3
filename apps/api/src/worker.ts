import { NestFactory } from '@nestjs/core';
import { appModule } from './app.module.js';
import { readEnv } from './platform/env.js';
import { JobWorker } from './platform/jobs/job-worker.js';
import { createLogger } from './platform/logger.js';
import { stopOnFaults, stopOnSignals } from './platform/stop-on-signals.js';
import { platformParts } from './platform-parts.js';

/** Does the background jobs, and serves nobody. */
async function main(): Promise<void> {
  const env = readEnv();
  const parts = { ...(await platformParts(env, createLogger(env.LOG_LEVEL))), runsJobs: true };
  const app = await NestFactory.createApplicationContext(appModule(parts), { logger: false, abortOnError: false });
  const fault = await app.get(JobWorker).fault();
  if (fault) throw new Error(fault);
  parts.logger.info('working');
  const stop = async () => {
    await app.close();
    await parts.dataSource.destroy();
  };
  stopOnSignals(stop);
  stopOnFaults(parts.logger, stop);
}

main().catch((error: Error) => {
  console.error(`Pupitre’s worker cannot start: ${error.message}`);
  process.exit(1);
});
