/** Runs named suites, says how each went, and shows the output of those that failed once all are done. */
import { say, tail } from '../boot/say.mjs';
import { isShuttingDown } from '../boot/shutdown.mjs';

/**
 * @typedef {{ name: string, run: () => Promise<{ counts: import('./counts.mjs').Counts, output: string }> }} Suite
 */

/**
 * @param {Suite[]} suites started in this order, `atOnce` at a time; a failing one stops nothing
 * @returns {Promise<{ name: string, counts: import('./counts.mjs').Counts, output: string }[]>}
 */
export async function runSuites(suites, { atOnce = 1 } = {}) {
  const waiting = [...suites];
  const results = [];
  const lane = async () => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) results.push(await runOne(suite));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

/** After Ctrl-C nothing starts and nothing is counted: the interrupted run proved nothing. */
const unlessInterrupted = () => (isShuttingDown() ? new Promise(() => {}) : undefined);

async function runOne({ name, run }) {
  await unlessInterrupted();
  const startedAt = Date.now();
  say(`${name}…`);
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { counts: { passed: 0, failed: 1, ignored: 0 }, output: error.message };
  }
  await unlessInterrupted();
  const { passed, failed, ignored } = result.counts;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const notes = `${ignored > 0 ? `, ${plural(ignored, 'ignoré')}` : ''} (${seconds} s)`;
  say(`  ${failed > 0 ? '✗' : '✓'} ${name} : ${plural(passed, 'réussi')}, ${plural(failed, 'échoué')}${notes}`);
  return { name, ...result };
}

const plural = (count, word) => `${count} ${word}${count > 1 ? 's' : ''}`;

/** Prints what the failed suites wrote. */
export function showFailures(results) {
  for (const { name, counts, output } of results) {
    if (counts.failed === 0) continue;
    say(`\n──── ${name} ────`);
    console.log(tail(output, 200));
  }
}
