/** `npm run test:oldest`: the whole API suite on the oldest Postgres that may be used. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openTemporaryPostgres } from '../boot/database.mjs';
import { build, install } from '../boot/prepare.mjs';
import { onShutdown } from '../boot/shutdown.mjs';
import { scopes } from '../postgres/binaries.mjs';
import { totalLine } from '../suites/counts.mjs';
import { runSuites, showFailures } from '../suites/run-suites.mjs';
import { jest } from '../suites/runners.mjs';

export async function main() {
  await install();
  await build([]);
  const { postgres } = await openTemporaryPostgres({ durable: false, scope: scopes.oldest });
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'pupitre-reports-'));
  onShutdown(() => fs.rmSync(reports, { recursive: true, force: true }));
  const env = { TEST_SUPERUSER_URL: postgres.superuserUrl, TEST_OWNER_URL: postgres.ownerUrl };
  const results = await runSuites([
    {
      name: 'API sur Postgres 15',
      run: () => jest({ workspace: 'apps/api', reports, label: '-15', env, mustHaveTests: true }),
    },
  ]);
  showFailures(results);
  const { counts } = results[0];
  return { exitCode: counts.failed > 0 ? 1 : 0, lastLine: totalLine(counts) };
}
