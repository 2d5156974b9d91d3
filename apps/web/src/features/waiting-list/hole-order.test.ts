import { expect, test } from '@jest/globals';
import type { WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import { holeKey, holesToShow } from './hole-order';

const hole = (endMin: number, ...entryIds: string[]): WaitingHole => ({
  ...{ resourceId: 'martin', day: '2026-03-02', startMin: endMin - 20, endMin, total: entryIds.length },
  fits: entryIds.map((entryId) => ({ entryId, startMin: endMin - 20, endMin, reasons: [] })),
});
const [early, late] = [hole(600, 'marie'), hole(900, 'amel', 'marie')];

test('a hole that has just opened comes first', () => {
  expect(holesToShow([early, late], [], new Set())).toEqual([early, late]);
  expect(holesToShow([early, late], [holeKey(late)], new Set())).toEqual([late, early]);
});

test('what was put aside stays aside while the clock goes on, until somebody else fits or the place changes', () => {
  const aside = new Set([holeKey(early)]);
  expect(holesToShow([{ ...early, startMin: 590 }, late], [], aside)).toEqual([late]);
  const more = hole(600, 'marie', 'amel');
  expect(holesToShow([more], [], aside)).toEqual([more]);
  const longer = hole(630, 'marie');
  expect(holesToShow([longer], [], aside)).toEqual([longer]);
});
