import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCounts, jestCounts, playwrightCounts, settle, sum, tapCounts, totalLine } from './counts.mjs';

const jestReport = {
  numPassedTests: 7,
  numFailedTests: 2,
  numRuntimeErrorTestSuites: 1,
  numPendingTests: 3,
  numTodoTests: 1,
};

test('jest: a file that cannot load is a failure', () => {
  assert.deepEqual(jestCounts(jestReport), { passed: 7, failed: 3, ignored: 4 });
});

test('playwright: an unstable test has failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  assert.deepEqual(playwrightCounts({ stats, errors: [] }), { passed: 5, failed: 2, ignored: 2 });
});

test('playwright: an error outside every test is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  assert.deepEqual(playwrightCounts({ stats, errors: [{}] }), { passed: 0, failed: 1, ignored: 0 });
});

test('node:test: read from the closing lines', () => {
  const output =
    'ok 1 - a\n# fail 99 in a title\n# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n# todo 0\n';
  assert.deepEqual(tapCounts(output), { passed: 2, failed: 2, ignored: 0 });
});

const clean = { passed: 4, failed: 0, ignored: 0 };
const empty = { passed: 0, failed: 0, ignored: 0 };

test('a runner that fails in silence failed once', () => assert.equal(settle(clean, 1).failed, 1));
test('a runner that failed is not counted twice', () => {
  assert.equal(settle({ ...clean, failed: 3 }, 1).failed, 3);
});
test('an empty suite is nothing', () => assert.deepEqual(settle(empty, 0), empty));
test('an empty suite that must have tests has failed', () => {
  assert.equal(settle(empty, 0, { mustHaveTests: true }).failed, 1);
});
test('the last line adds everything up', () => {
  const total = sum([clean, checkCounts(0), checkCounts(2), { passed: 1, failed: 2, ignored: 5 }]);
  assert.equal(totalLine(total), '6 passed, 3 failed');
});
