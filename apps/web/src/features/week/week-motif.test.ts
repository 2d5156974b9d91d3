import { expect, test } from '@jest/globals';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import { piecesFor } from './week-motif';

const motif = {
  ...{ minutes: 20, beforeMin: 5, afterMin: 5, durations: [{ resourceId: 'leroy', minutes: 40 }] },
} as unknown as MotifView;
const free = [
  { startMin: 480, endMin: 500, gapEndMin: 500 },
  { startMin: 600, endMin: 630, gapEndMin: 660 },
  { startMin: 630, endMin: 660, gapEndMin: 660 },
];
const starts = (resourceId: string) => piecesFor(motif, resourceId, free).map(({ startMin }) => startMin);

test('a place counts when the visit fits with its margins, though it runs on beyond its own box', () => {
  expect(starts('martin')).toEqual([600, 630]);
});

test('as long as it takes with this practitioner', () => {
  expect(starts('leroy')).toEqual([600]);
});
