import { appPasswordIn, appPasswordOf, appUrlOf } from './app-secret.js';
import { migrate } from './migrate.js';

/**
 * `node dist/run.js`: migrates DATABASE_URL. Its last line of output is the application's own address as JSON, unless
 * DATABASE_APP_URL gives one already.
 */
async function run(): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error('DATABASE_URL is not set');
  const givenAppUrl = process.env.DATABASE_APP_URL;
  const password = givenAppUrl ? appPasswordIn(givenAppUrl) : appPasswordOf(process.env.DATA_DIR ?? '.data');
  const applied = await migrate(ownerUrl, password);
  console.log(`migrations applied: ${applied}`);
  console.log(JSON.stringify({ appUrl: givenAppUrl ?? appUrlOf(ownerUrl, password ?? '') }));
}

run().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
