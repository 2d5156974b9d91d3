import { appModule } from './app.module.js';
import { createApp } from './platform/create-app.js';
import { exposureFault, readEnv } from './platform/env.js';
import { createLogger } from './platform/logger.js';
import { platformParts } from './platform-parts.js';

/** For the requests under way; a browser's spare connection, which never asked anything, would hold the end for a minute. */
const graceMs = 2_000;

/** Starts the HTTP server; nothing else. */
async function main(): Promise<void> {
  const env = readEnv();
  const fault = exposureFault(env);
  if (fault) throw new Error(fault);
  const parts = await platformParts(env, createLogger(env.LOG_LEVEL));
  const app = await createApp(appModule(parts), parts, { trustProxy: env.TRUST_PROXY, webDirectory: env.WEB_DIR });
  await app.listen(env.PORT, env.HOST);
  parts.logger.info({ port: env.PORT }, 'listening');
  const stop = () => {
    setTimeout(() => app.getHttpServer().closeAllConnections(), graceMs).unref();
    app
      .close()
      .then(() => parts.dataSource.destroy())
      .finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: Error) => {
  console.error(`Pupitre cannot start: ${error.message}`);
  process.exit(1);
});
