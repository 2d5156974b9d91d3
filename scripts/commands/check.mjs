/** `npm run check`: what needs no test run. */
import { install } from '../boot/prepare.mjs';
import { sum, totalLine } from '../suites/counts.mjs';
import { runSuites, showFailures } from '../suites/run-suites.mjs';
import { deadCode, exists, fences, style, types } from '../suites/runners.mjs';

export async function main() {
  await install();
  const results = await runSuites([
    { name: 'Types', run: types },
    { name: 'Style', run: style },
    ...(exists('scripts/check-fences.mjs') ? [{ name: 'Cloisons', run: fences }] : []),
    ...(exists('knip.json') ? [{ name: 'Code mort', run: deadCode }] : []),
  ]);
  showFailures(results);
  const total = sum(results.map(({ counts }) => counts));
  return { exitCode: total.failed > 0 ? 1 : 0, lastLine: totalLine(total) };
}
