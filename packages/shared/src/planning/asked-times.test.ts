import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isoWeekday } from '../time/zone.js';
import { type AskedTimes, asksNoDay, timesAsked, widestAsked, withinAsked } from './asked-times.js';
import { partsOfDay } from './free-day.js';

const anyTime: AskedTimes = { partOfDay: null, weekdays: [], timeWindows: [] };
const monday = '2026-03-02';

test.each([
  ['all day', {}, [[0, 1440]]],
  ['the afternoon', { partOfDay: 'afternoon' as const }, [[720, 1440]]],
  ['another weekday', { weekdays: [2] }, []],
  ['after five', { timeWindows: [{ isodow: null, startMin: 1020, endMin: 1440 }] }, [[1020, 1440]]],
  ['hours of Tuesdays', { timeWindows: [{ isodow: 2, startMin: 0, endMin: 720 }] }, []],
  [
    'its own hours and those of all days, touching',
    {
      timeWindows: [
        { isodow: 1, startMin: 540, endMin: 600 },
        { isodow: null, startMin: 600, endMin: 660 },
        { isodow: 4, startMin: 900, endMin: 960 },
      ],
    },
    [[540, 660]],
  ],
  [
    'hours that the half-day cuts',
    { partOfDay: 'morning' as const, timeWindows: [{ isodow: null, startMin: 660, endMin: 780 }] },
    [[660, 720]],
  ],
])('a Monday, %s', (_, asked, expected) => {
  const times = timesAsked(monday, { ...anyTime, ...asked });
  expect(times.map(({ startMin, endMin }) => [startMin, endMin])).toEqual(expected);
});

test('opening hours within what is asked keep what they are', () => {
  const rules = [
    { isodow: 1, startMin: 480, endMin: 720, label: 'a' },
    { isodow: 2, startMin: 480, endMin: 720, label: 'b' },
    { isodow: 1, startMin: 840, endMin: 1080, label: 'c' },
  ];
  const asked = { ...anyTime, weekdays: [1], timeWindows: [{ isodow: null, startMin: 700, endMin: 900 }] };
  expect(withinAsked(rules, ({ isodow }) => isodow, asked)).toEqual([
    { isodow: 1, startMin: 700, endMin: 720, label: 'a' },
    { isodow: 1, startMin: 840, endMin: 900, label: 'c' },
  ]);
});

const asking = fc.record({
  partOfDay: fc.constantFrom(null, 'morning' as const, 'afternoon' as const),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  timeWindows: fc.array(
    fc
      .tuple(
        fc.option(fc.integer({ min: 1, max: 7 })),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 600 }),
      )
      .map(([isodow, startMin, length]) => ({ isodow, startMin, endMin: Math.min(1440, startMin + length) })),
    { maxLength: 3 },
  ),
});

test('minute by minute: exactly those of the half-day, the weekday and a window; where to look misses none', () => {
  fc.assert(
    fc.property(asking, fc.integer({ min: 0, max: 6 }), (asked, n) => {
      const day = addDays(monday, n);
      const weekday = isoWeekday(day);
      const times = timesAsked(day, asked);
      const widest = widestAsked(asked);
      const half = widest.partOfDay ? partsOfDay[widest.partOfDay] : { startMin: 0, endMin: 1440 };
      for (let minute = 0; minute < 1440; minute += 1) {
        const inside = (span: { startMin: number; endMin: number }) => span.startMin <= minute && minute < span.endMin;
        const isAsked =
          (asked.partOfDay === null || inside(partsOfDay[asked.partOfDay])) &&
          (asked.weekdays.length === 0 || asked.weekdays.includes(weekday)) &&
          (asked.timeWindows.length === 0 ||
            asked.timeWindows.some(
              (window) => inside(window) && (window.isodow === null || window.isodow === weekday),
            ));
        if (times.some(inside) !== isAsked) throw new Error(`${day} ${minute}: ${times.some(inside)}`);
        if (!isAsked) continue;
        expect(inside(half) && (widest.weekdays.length === 0 || widest.weekdays.includes(weekday))).toBe(true);
        expect(asksNoDay(asked)).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});
