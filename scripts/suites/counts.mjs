/**
 * How many tests passed and failed, read from each runner's own report. Pure functions over parsed reports.
 * @typedef {{ passed: number, failed: number, ignored: number }} Counts
 */

/** @returns {Counts} from `jest --json`; a file that could not even load is one failure */
export const jestCounts = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  ignored: report.numPendingTests + report.numTodoTests,
});

/** @returns {Counts} from Playwright's JSON report; a test that passed on a second try has not passed */
export const playwrightCounts = (report) => ({
  passed: report.stats.expected,
  failed: report.stats.unexpected + report.stats.flaky + (report.stats.unexpected === 0 ? report.errors.length : 0),
  ignored: report.stats.skipped,
});

/** @returns {Counts} from the closing lines of a node:test TAP stream */
export function tapCounts(output) {
  const line = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return { passed: line('pass'), failed: line('fail') + line('cancelled'), ignored: line('skipped') + line('todo') };
}

/** A check without tests inside: it holds or it does not. @returns {Counts} */
export const checkCounts = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, ignored: 0 });

/**
 * What a suite is worth in the end: a runner that failed without a failing test failed once, and so did a suite that
 * must have tests and found none.
 * @param {Counts} counts @param {number} code the runner's exit code @returns {Counts}
 */
export function settle(counts, code, { mustHaveTests = false } = {}) {
  const silent = code !== 0 && counts.failed === 0;
  const empty = mustHaveTests && counts.passed + counts.failed === 0;
  return silent || empty ? { ...counts, failed: 1 } : counts;
}

/** @param {Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      ignored: total.ignored + each.ignored,
    }),
    { passed: 0, failed: 0, ignored: 0 },
  );

/** The last line of `npm test`, read by machines: English, no other word. */
export const totalLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
