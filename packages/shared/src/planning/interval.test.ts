import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Interval } from './interval.js';
import { intervalsOverlap, mergeIntervals, subtractIntervals } from './interval.js';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
  .map(([a, b]) => ({ startMin: Math.min(a, b), endMin: Math.max(a, b) }));
const intervals = fc.array(interval, { maxLength: 8 });
const covers = (list: readonly Interval[], minute: number) =>
  list.some(({ startMin, endMin }) => startMin <= minute && minute < endMin);

test.each([
  [[], []],
  [[{ startMin: 540, endMin: 540 }], []],
  [[{ startMin: 600, endMin: 540 }], []],
  [
    [
      { startMin: 600, endMin: 720 },
      { startMin: 540, endMin: 600 },
    ],
    [{ startMin: 540, endMin: 720 }],
  ],
  [[{ startMin: -30, endMin: 1500 }], [{ startMin: 0, endMin: 1440 }]],
])('merging %j gives %j', (given, expected) => {
  expect(mergeIntervals(given)).toEqual(expected);
});

test('touching or empty intervals do not overlap', () => {
  expect(intervalsOverlap({ startMin: 540, endMin: 555 }, { startMin: 555, endMin: 570 })).toBe(false);
  expect(intervalsOverlap({ startMin: 540, endMin: 556 }, { startMin: 555, endMin: 570 })).toBe(true);
  expect(intervalsOverlap({ startMin: 540, endMin: 570 }, { startMin: 555, endMin: 555 })).toBe(false);
});

test('a minute is left exactly when it was there and nobody took it', () => {
  fc.assert(
    fc.property(intervals, intervals, fc.integer({ min: 0, max: 1439 }), (from, taken, minute) => {
      const left = subtractIntervals(from, taken);
      expect(covers(left, minute)).toBe(covers(from, minute) && !covers(taken, minute));
      expect(mergeIntervals(left)).toEqual(left);
    }),
  );
});
