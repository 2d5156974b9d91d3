/** `npm run screens`: a picture of each screen into docs/screens/, from a demo frozen at 10 h 42. */
import { startApi } from '../boot/api.mjs';
import { childEnv, runNode } from '../boot/children.mjs';
import { migrate, openTemporaryPostgres, seedDemo } from '../boot/database.mjs';
import { build, install, product } from '../boot/prepare.mjs';
import { inRoot } from '../boot/root.mjs';
import { findChromium } from '../chromium.mjs';

const frozenAt = '2026-03-02T10:42+01:00';

export async function main() {
  await install();
  const chromium = await findChromium();
  await build(product);
  process.env.PUPITRE_DEMO_DATE = frozenAt;
  const { postgres, home } = await openTemporaryPostgres({ durable: false });
  const database = { ownerUrl: postgres.ownerUrl, home };
  const appUrl = await migrate(database);
  await seedDemo(database);
  const { address } = await startApi({ appUrl, host: '127.0.0.1', port: 0, home });
  const cli = inRoot('node_modules/@playwright/test/cli.js');
  // Not a leashed child: the browser tests hand their own start-up flags on to their workers.
  const { code } = await runNode([cli, 'test', '-c', 'screens.config.ts', ...process.argv.slice(3)], {
    cwd: inRoot('e2e'),
    env: childEnv({ BASE_URL: address, CHROMIUM_PATH: chromium }),
    echo: true,
  });
  return { exitCode: code };
}
