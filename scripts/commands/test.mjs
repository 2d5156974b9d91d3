/**
 * `npm test`: everything, from a fresh clone. A failing suite does not stop the others; the last line of all is
 * `N passed, N failed`.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openTemporaryPostgres } from '../boot/database.mjs';
import { build, install } from '../boot/prepare.mjs';
import { onShutdown } from '../boot/shutdown.mjs';
import { findChromium } from '../chromium.mjs';
import { scopes } from '../postgres/binaries.mjs';
import { checkCounts, sum, totalLine } from '../suites/counts.mjs';
import { runSuites, showFailures } from '../suites/run-suites.mjs';
import { exists, fences, jest, nodeTests, playwright, style, types } from '../suites/runners.mjs';

export async function main() {
  await install();
  const results = [await buildAll()];
  const { postgres } = await openTemporaryPostgres({ durable: false });
  const { postgres: oldest } = await openTemporaryPostgres({ durable: false, scope: scopes.oldest });
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'pupitre-reports-'));
  onShutdown(() => fs.rmSync(reports, { recursive: true, force: true }));
  const env = addressesOf(postgres);
  const oldestEnv = addressesOf(oldest);

  const atOnce = os.availableParallelism() > 1 ? 2 : 1;
  results.push(...(await runSuites(quickSuites({ reports, env, oldestEnv }), { atOnce })));
  // Alone: its measures of the screen's reactions must not compete with a compiler.
  results.push(...(await runSuites([browserSuite({ reports, env })])));

  showFailures(results);
  const total = sum(results.map(({ counts }) => counts));
  return { exitCode: total.failed > 0 ? 1 : 0, lastLine: totalLine(total) };
}

/** Where versions of Postgres differ: the schema with its roles and grants, the acts, the queue. Whole: test:oldest. */
const oldestPart = [
  'test/meta/(schema|migrat|tenancy)',
  'src/modules/planning/(booking|rooms|free-days|overrides)',
  'src/modules/planning/meetings',
  'src/platform/jobs/jobs',
];

const addressesOf = ({ superuserUrl, ownerUrl }) => ({ TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl });

async function buildAll() {
  try {
    await build([]);
    return { name: 'Construction', counts: checkCounts(0), output: '' };
  } catch (error) {
    return { name: 'Construction', counts: checkCounts(1), output: error.message };
  }
}

/** @returns {import('../suites/run-suites.mjs').Suite[]} longest first, so that two lanes end together */
const quickSuites = ({ reports, env, oldestEnv }) => [
  { name: 'API', run: () => jest({ workspace: 'apps/api', reports, env, mustHaveTests: true }) },
  {
    name: 'API sur Postgres 15',
    run: () =>
      jest({ workspace: 'apps/api', reports, label: '-15', only: oldestPart, env: oldestEnv, mustHaveTests: true }),
  },
  { name: 'Démarrage', run: () => nodeTests({ folder: 'scripts' }) },
  { name: 'Règles', run: () => jest({ workspace: 'packages/shared', reports }) },
  ...(exists('apps/web/jest.config.mjs')
    ? [{ name: 'Écrans', run: () => jest({ workspace: 'apps/web', reports }) }]
    : []),
  { name: 'Types', run: types },
  { name: 'Style', run: style },
  ...(exists('scripts/check-fences.mjs') ? [{ name: 'Cloisons', run: fences }] : []),
];

const browserSuite = ({ reports, env }) => ({
  name: 'Navigateur',
  run: async () => playwright({ reports, env: { ...env, CHROMIUM_PATH: await findChromium() } }),
});
