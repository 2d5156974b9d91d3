import { appModule } from './app.module.js';
import { createApp } from './platform/create-app.js';
import { exposureFault, readEnv } from './platform/env.js';
import { GracefulStop } from './platform/http/graceful-stop.js';
import { createLogger } from './platform/logger.js';
import { stopOnFaults, stopOnSignals } from './platform/stop-on-signals.js';
import { platformParts } from './platform-parts.js';

/** For the requests under way, and for a proxy to see that it must turn away. */
const graceMs = 25_000;
const proxySeconds = 5;

/** Starts the HTTP server; nothing else. */
async function main(): Promise<void> {
  const env = readEnv();
  const fault = exposureFault(env);
  if (fault) throw new Error(fault);
  const parts = await platformParts(env, createLogger(env.LOG_LEVEL));
  const app = await createApp(appModule(parts), parts, {
    trustProxy: env.TRUST_PROXY,
    webDirectory: env.WEB_DIR,
    metricsToken: env.METRICS_TOKEN,
  });
  await app.listen(env.PORT, env.HOST);
  parts.logger.info({ port: env.PORT }, 'listening');
  const lingerMs = (env.DRAIN_SECONDS ?? (env.TRUST_PROXY ? proxySeconds : 0)) * 1_000;
  const stop = async () => {
    await app.get(GracefulStop).drain({ lingerMs, graceMs });
    await app.close();
    await parts.dataSource.destroy();
  };
  stopOnSignals(stop);
  stopOnFaults(parts.logger, stop);
}

main().catch((error: Error) => {
  console.error(`Pupitre cannot start: ${error.message}`);
  process.exit(1);
});
