import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isoWeekday, type LocalDay } from '../../time/zone.js';
import { ruleMoments } from './recurrence-days.js';
import { parseRecurrenceRule, type RecurrenceRule } from './recurrence-rule.js';

function ruleOf(text: string): RecurrenceRule {
  const rule = parseRecurrenceRule(text);
  if (typeof rule === 'string') throw new Error(`${text}: ${rule}`);
  return rule;
}

function days(text: string, start: LocalDay, lastDay: LocalDay): string[] {
  const moments = ruleMoments(ruleOf(text), { day: start, minutes: 540 }, lastDay, { daysLeft: 1_000_000 });
  return [...moments].map(({ day, minutes }) => (minutes === 540 ? day : `${day}+${minutes}`));
}

// Examples of RFC 5545 §3.8.5.3, their starts kept; what the page lists, cut to a few.
test.each([
  ['FREQ=DAILY;COUNT=10', '1997-09-02', ['1997-09-02', '1997-09-03', '1997-09-04']],
  [
    'FREQ=DAILY;INTERVAL=10;COUNT=5',
    '1997-09-02',
    ['1997-09-02', '1997-09-12', '1997-09-22', '1997-10-02', '1997-10-12'],
  ],
  ['FREQ=DAILY;BYMONTH=1', '1998-01-30', ['1998-01-30', '1998-01-31', '1999-01-01']],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', '1997-09-02', ['1997-09-02', '1997-09-16', '1997-09-30']],
  ['FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', '1997-09-02', ['1997-09-02', '1997-09-04', '1997-09-09', '1997-09-11']],
  [
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR',
    '1997-09-01',
    ['1997-09-01', '1997-09-03', '1997-09-05', '1997-09-15'],
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    '1997-08-05',
    ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997-08-05',
    ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
  ],
  ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05', ['1997-09-05', '1997-10-03', '1997-11-07', '1997-12-05']],
  [
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997-09-07',
    ['1997-09-07', '1997-09-28', '1997-11-02', '1997-11-30'],
  ],
  ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '1997-09-22', ['1997-09-22', '1997-10-20', '1997-11-17', '1997-12-22']],
  ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28', ['1997-09-28', '1997-10-29', '1997-11-28', '1997-12-29']],
  ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', '1997-09-30', ['1997-09-30', '1997-10-01', '1997-10-31', '1997-11-01']],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1998-02-13', ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13']],
  ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13', '1997-09-13', ['1997-09-13', '1997-10-11', '1997-11-08']],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', ['1997-09-04', '1997-10-07', '1997-11-06']],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29', ['1997-09-29', '1997-10-30', '1997-11-27']],
  ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', ['2007-01-15', '2007-01-30', '2007-02-15', '2007-03-15']],
  ['FREQ=MONTHLY', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
  ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7', '1997-06-10', ['1997-06-10', '1997-07-10', '1998-06-10', '1998-07-10']],
  [
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997-01-01',
    ['1997-01-01', '1997-04-10', '1997-07-19', '2000-01-01'],
  ],
  ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', ['1997-05-19', '1998-05-18', '1999-05-17']],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12', ['1997-05-12', '1998-05-11', '1999-05-17']],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH', '1997-03-13', ['1997-03-13', '1997-03-20', '1997-03-27', '1998-03-05']],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996-11-05',
    ['1996-11-05', '2000-11-07', '2004-11-02'],
  ],
  ['FREQ=YEARLY', '2024-02-29', ['2024-02-29', '2028-02-29', '2032-02-29']],
])('%s from %s', (text, start, expected) => {
  expect(days(text, start, addDays(start, 4500)).slice(0, expected.length)).toEqual(expected);
});

describe('rules that would keep a reader busy', () => {
  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-31', 1],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-31', 1],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9', '2026-01-31', 1],
    ['FREQ=WEEKLY;INTERVAL=10000', '2026-01-31', 2],
  ])('%s ends', (text, start, count) => {
    expect(days(text, start, '2299-12-31')).toHaveLength(count);
  });

  test('no rule looks at more days than the budget gives', () => {
    const budget = { daysLeft: 100 };
    const moments = ruleMoments(ruleOf('FREQ=DAILY'), { day: '1900-01-01', minutes: 0 }, '2199-12-31', budget);
    expect([...moments].length).toBeLessThanOrEqual(100);
    expect(budget.daysLeft).toBeLessThanOrEqual(0);
  });

  test.each([
    ['FREQ=SECONDLY', 'recurrence_too_frequent'],
    ['FREQ=HOURLY;INTERVAL=2', 'recurrence_too_frequent'],
    ['FREQ=FORTNIGHTLY', 'recurrence_unreadable'],
    ['W1 MO #0', 'recurrence_unreadable'],
    ['FREQ=DAILY;INTERVAL=0', 'recurrence_unreadable'],
    ['FREQ=DAILY;COUNT=-1', 'recurrence_unreadable'],
    ['FREQ=WEEKLY;BYDAY=LU', 'recurrence_unreadable'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'recurrence_unreadable'],
    ['FREQ=DAILY;UNTIL=demain', 'recurrence_unreadable'],
    ['FREQ=DAILY;BYEASTER=1', 'recurrence_unreadable'],
    ['', 'recurrence_unreadable'],
  ])('%s is %s', (text, fault) => {
    expect(parseRecurrenceRule(text)).toBe(fault);
  });
});

test('several times a day, in order', () => {
  expect(days('FREQ=DAILY;COUNT=4;BYHOUR=14,9;BYMINUTE=0,30', '2026-03-02', '2026-03-09')).toEqual([
    '2026-03-02',
    '2026-03-02+570',
    '2026-03-02+840',
    '2026-03-02+870',
  ]);
});

/** Asks of every single day whether the rule holds: slow, and nothing in common with the periods of the reader. */
function naive(rule: RecurrenceRule, start: LocalDay, lastDay: LocalDay): string[] {
  const found = [start];
  for (let day = addDays(start, 1); day <= lastDay; day = addDays(day, 1)) {
    if (rule.count !== null && found.length >= rule.count) break;
    if (inPeriod(rule, start, day) && holdsOn(rule, start, day)) found.push(day);
  }
  return found;
}

function inPeriod({ freq, interval, weekStart }: RecurrenceRule, start: LocalDay, day: LocalDay): boolean {
  const weekOf = (each: LocalDay) => addDays(each, -((isoWeekday(each) - weekStart + 7) % 7));
  const monthOf = (each: LocalDay) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
  const apart = {
    DAILY: () => daysBetween(start, day),
    WEEKLY: () => daysBetween(weekOf(start), weekOf(day)) / 7,
    MONTHLY: () => monthOf(day) - monthOf(start),
    YEARLY: () => Number(day.slice(0, 4)) - Number(start.slice(0, 4)),
  }[freq]();
  return apart % interval === 0;
}

function holdsOn({ freq, byMonth, byMonthDay, byDay }: RecurrenceRule, start: LocalDay, day: LocalDay): boolean {
  const dateFromEnd = (each: LocalDay) => {
    let n = 0;
    for (let next = each; next.slice(0, 7) === each.slice(0, 7); next = addDays(next, 1)) n -= 1;
    return n;
  };
  const said = byMonthDay.length + byDay.length > 0;
  if (byMonth.length > 0 && !byMonth.includes(Number(day.slice(5, 7)))) return false;
  if (byMonthDay.length > 0 && !byMonthDay.includes(Number(day.slice(8))) && !byMonthDay.includes(dateFromEnd(day)))
    return false;
  if (byDay.length > 0 && !byDay.some(({ weekday }) => weekday === isoWeekday(day))) return false;
  if (said || freq === 'DAILY') return true;
  if (freq === 'WEEKLY') return isoWeekday(day) === isoWeekday(start);
  if (day.slice(8) !== start.slice(8)) return false;
  return freq === 'MONTHLY' || byMonth.length > 0 || day.slice(5, 7) === start.slice(5, 7);
}

test('the days of a rule are those on which it holds', () => {
  const some = (values: readonly (string | number)[], most: number) =>
    fc.uniqueArray(fc.constantFrom(...values), { maxLength: most }).map((picked) => picked.join(','));
  const rule = fc
    .record({
      FREQ: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      INTERVAL: fc.integer({ min: 1, max: 5 }).map(String),
      COUNT: fc.option(fc.integer({ min: 1, max: 40 }).map(String), { nil: '' }),
      BYMONTH: some([1, 2, 3, 6, 11, 12], 3),
      BYMONTHDAY: some([1, 15, 28, 29, 30, 31, -1, -2], 3),
      BYDAY: some(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], 3),
      WKST: fc.constantFrom('MO', 'SU'),
    })
    .map((parts) => (parts.FREQ === 'WEEKLY' ? { ...parts, BYMONTHDAY: '' } : parts))
    .map((parts) =>
      Object.entries(parts)
        .flatMap(([key, value]) => (value ? `${key}=${value}` : []))
        .join(';'),
    );
  const start = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n));
  fc.assert(
    fc.property(rule, start, (text, from) => {
      const lastDay = addDays(from, 500);
      expect(days(text, from, lastDay)).toEqual(naive(ruleOf(text), from, lastDay));
    }),
    { numRuns: 300 },
  );
});

test('what is skipped before a day changes nothing from that day on', () => {
  const rule = fc.constantFrom(
    ...['FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA'],
    ...[
      'FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29',
    ],
    ...['FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO', 'FREQ=DAILY;INTERVAL=7;COUNT=90', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1'],
  );
  const start = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2019-01-01', n));
  fc.assert(
    fc.property(rule, start, fc.integer({ min: 0, max: 3000 }), (text, first, after) => {
      const [fromDay, lastDay] = [addDays(first, after), addDays(first, after + 800)];
      const moments = ruleMoments(ruleOf(text), { day: first, minutes: 540 }, lastDay, { daysLeft: 1e6 }, fromDay);
      const skipping = [...moments].map(({ day }) => day).filter((day) => day >= fromDay);
      expect(skipping).toEqual(days(text, first, lastDay).filter((day) => day >= fromDay));
    }),
    { numRuns: 500 },
  );
});
