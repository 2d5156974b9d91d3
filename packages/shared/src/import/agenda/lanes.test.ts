import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignLanes, type HeldSpan, laneCount } from './lanes.js';

const meets = (a: HeldSpan, b: HeldSpan) => a.start < b.end && b.start < a.end;

test.each([
  ['nothing stands', [], [[0, 10]], [0]],
  [
    'one after another',
    [],
    [
      [0, 10],
      [10, 20],
    ],
    [0, 0],
  ],
  [
    'two at once',
    [],
    [
      [0, 10],
      [5, 15],
    ],
    [0, 1],
  ],
  ['beside what stands', [[0, 10, 0]], [[5, 15]], [1]],
  [
    'between what stands beside another',
    [
      [0, 10, 0],
      [0, 10, 2],
    ],
    [[0, 10]],
    [1],
  ],
  [
    'free again after it',
    [[0, 10, 0]],
    [
      [0, 10],
      [10, 20],
    ],
    [1, 0],
  ],
  [
    'told later, served by time',
    [],
    [
      [5, 15],
      [0, 10],
    ],
    [1, 0],
  ],
  [
    'a long one that stood before',
    [[0, 100, 0]],
    [
      [50, 60],
      [90, 95],
    ],
    [1, 1],
  ],
])('%s', (_, standing, wanted, lanes) => {
  const known = (standing as number[][]).map(([start = 0, end = 0, lane = 0]) => ({ start, end, lane }));
  expect(
    assignLanes(
      known,
      (wanted as number[][]).map(([start = 0, end = 0]) => ({ start, end })),
    ),
  ).toEqual(lanes);
});

test('no more than the database keeps', () => {
  const crowd = Array.from({ length: laneCount + 3 }, () => ({ start: 0, end: 10 }));
  expect(assignLanes([], crowd).filter((lane) => lane === null)).toHaveLength(3);
});

test('nobody ever meets in a lane', () => {
  const span = fc.record({ start: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 40 }) });
  const spans = (most: number) =>
    fc.array(span, { maxLength: most }).map((all) => all.map(({ start, length }) => ({ start, end: start + length })));
  fc.assert(
    fc.property(spans(12), spans(25), (before, wanted) => {
      const stood = assignLanes([], before).map((lane, at) => ({ start: 0, end: 0, ...before[at], lane: lane ?? 0 }));
      const laned = assignLanes(stood, wanted).map((lane, at) => ({ start: 0, end: 0, ...wanted[at], lane }));
      const all = [...stood, ...laned];
      const shared = all.flatMap((a, at) => all.slice(at + 1).filter((b) => a.lane === b.lane && meets(a, b)));
      expect(shared).toEqual([]);
    }),
  );
});
