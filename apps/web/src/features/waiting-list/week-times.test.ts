import { describe, expect, test } from '@jest/globals';
import type { WeekTime } from '@pupitre/shared/planning/waiting-fit';
import { type HalfDay, tickedFrom, timesOf } from './week-times';

describe('what is ticked', () => {
  test.each<[string, HalfDay[], number | null, number | null, WeekTime[]]>([
    ['nothing: any time', [], null, null, []],
    ['Tuesday morning', ['2m'], null, null, [{ isodow: 2, startMin: 0, endMin: 720 }]],
    ['a whole day is one span', ['4m', '4a'], null, null, [{ isodow: 4, startMin: 0, endMin: 1440 }]],
    [
      'hours narrow each half-day',
      ['2m', '3a'],
      540,
      1080,
      [
        { isodow: 2, startMin: 540, endMin: 720 },
        { isodow: 3, startMin: 720, endMin: 1080 },
      ],
    ],
    ['a half-day outside of the hours is none', ['2m', '3a'], 780, null, [{ isodow: 3, startMin: 780, endMin: 1440 }]],
  ])('%s', (_name, halves, fromMin, toMin, times) => {
    expect(timesOf({ halves, fromMin, toMin })).toEqual(times);
  });

  test('hours alone mean every day', () => {
    const times = timesOf({ halves: [], fromMin: 960, toMin: null });
    expect(times).toHaveLength(7);
    expect(times[6]).toEqual({ isodow: 7, startMin: 960, endMin: 1440 });
  });
});

describe('times read back into the form', () => {
  test.each<[string, HalfDay[], number | null, number | null]>([
    ['nothing', [], null, null],
    ['mornings', ['1m', '2m', '5m'], null, null],
    ['whole days', ['3m', '3a'], null, null],
    ['after four, every day', [], 960, null],
    ['until eleven, some days', ['1m', '4m'], null, 660],
    ['between hours', ['2m', '2a'], 600, 900],
  ])('%s', (_name, halves, fromMin, toMin) => {
    expect(tickedFrom(timesOf({ halves, fromMin, toMin }))).toEqual({ halves, fromMin, toMin });
  });

  test('what is finer than the form is left as it is', () => {
    expect(
      tickedFrom([
        { isodow: 1, startMin: 540, endMin: 600 },
        { isodow: 2, startMin: 840, endMin: 900 },
      ]),
    ).toBeNull();
  });
});
