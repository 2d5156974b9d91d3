/** One function per kind of runner. Each resolves to `{ counts, output }` and never throws for a failing test. */
import fs from 'node:fs';
import path from 'node:path';
import { childEnv, runNode, runNpm } from '../boot/children.mjs';
import { turbo } from '../boot/prepare.mjs';
import { inRoot } from '../boot/root.mjs';
import { checkCounts, jestCounts, playwrightCounts, settle, tapCounts } from './counts.mjs';

const none = { passed: 0, failed: 0, ignored: 0 };
const minutes = (count) => count * 60_000;

function readReport(file, countsOf) {
  try {
    return countsOf(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return none;
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/**
 * The jest of a workspace; `label` tells the reports of two runs of one workspace apart, `only` keeps the files under
 * these paths.
 * @param {{ workspace: string, reports: string, label?: string, only?: string[], env?: object, mustHaveTests?: boolean }} suite
 */
export async function jest({ workspace, reports, label = '', only = [], env, mustHaveTests }) {
  const report = path.join(reports, `${workspace.replaceAll('/', '-')}${label}.json`);
  const args = ['--ci', '--passWithNoTests', '--json', `--outputFile=${report}`, ...only];
  const done = await runNpm(['test', '-w', workspace, '--', ...args], { env: childEnv(env), limitMs: minutes(12) });
  // With --json the report also goes to the terminal; the readable part is what was written beside it.
  const output = done.output.replace(done.stdout, '') || done.output;
  return { counts: settle(readReport(report, jestCounts), done.code, { mustHaveTests }), output };
}

/** node:test over every `*.test.mjs` of a folder. */
export async function nodeTests({ folder }) {
  const files = testFiles(inRoot(folder));
  if (files.length === 0) return { counts: none, output: '' };
  const done = await runNode(['--test', '--test-reporter=tap', ...files], { env: childEnv(), limitMs: minutes(8) });
  return { counts: settle(tapCounts(done.output), done.code), output: done.output };
}

const testFiles = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(file);
    return entry.name.endsWith('.test.mjs') ? [file] : [];
  });

/** The browser tests. A folder without a test is a failure: nobody would see that they vanished. */
export async function playwright({ reports, env, config = 'playwright.config.ts' }) {
  const report = path.join(reports, 'e2e.json');
  const done = await runNode(
    [inRoot('node_modules/@playwright/test/cli.js'), 'test', '-c', config, '--reporter=list,json'],
    {
      cwd: inRoot('e2e'),
      env: childEnv({ ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
      limitMs: minutes(15),
    },
  );
  return {
    counts: settle(readReport(report, playwrightCounts), done.code, { mustHaveTests: true }),
    output: done.output,
  };
}

const check = ({ code, output }) => ({ counts: checkCounts(code), output });

/** TypeScript over every workspace that has a source. */
export const types = async () => check(await turbo('typecheck', { keepGoing: true }));

const biome = (...asked) => runNode([inRoot('node_modules/@biomejs/biome/bin/biome'), ...asked, '--colors=off', '.']);

/**
 * Format and lint, without writing; then promises nobody waits for. That rule reads the types of the whole project: it
 * has a run of its own, so that a file being written is formatted at once.
 */
export const style = async () => {
  const written = await biome('ci');
  const rule = '--only=nursery/noFloatingPromises';
  const promises = await biome('lint', '--config-path=biome.promises.json', rule);
  return check({ code: written.code || promises.code, output: written.output + promises.output });
};

/** The fences between the packages and inside them. */
export const fences = async () => check(await runNode([inRoot('scripts/check-fences.mjs')], { env: childEnv() }));

/** Dead code. */
export const deadCode = async () =>
  check(await runNode([inRoot('node_modules/knip/bin/knip.js')], { env: childEnv(), limitMs: minutes(5) }));

export const exists = (...parts) => fs.existsSync(inRoot(...parts));
