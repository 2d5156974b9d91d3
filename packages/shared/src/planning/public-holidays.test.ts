import { describe, expect, test } from '@jest/globals';
import { isoWeekday } from '../time/zone.js';
import type { HolidayZone } from './public-holidays.js';
import { easterSunday, holidaysOfYear, holidayZones, publicHoliday } from './public-holidays.js';

const metropolitan2026 = [
  ['2026-01-01', 'new_year'],
  ['2026-04-06', 'easter_monday'],
  ['2026-05-01', 'labour_day'],
  ['2026-05-08', 'victory_1945'],
  ['2026-05-14', 'ascension'],
  ['2026-05-25', 'whit_monday'],
  ['2026-07-14', 'bastille_day'],
  ['2026-08-15', 'assumption'],
  ['2026-11-01', 'all_saints'],
  ['2026-11-11', 'armistice_1918'],
  ['2026-12-25', 'christmas'],
];
const eastern = [
  ['2026-04-03', 'good_friday'],
  ['2026-12-26', 'st_stephen'],
];
const added2026: Record<HolidayZone, string[][]> = {
  FR: [],
  'FR-57': eastern,
  'FR-67': eastern,
  'FR-68': eastern,
  'FR-GP': [['2026-05-27', 'abolition']],
  'FR-MQ': [['2026-05-22', 'abolition']],
  'FR-GF': [['2026-06-10', 'abolition']],
  'FR-RE': [['2026-12-20', 'abolition']],
  'FR-YT': [['2026-04-27', 'abolition']],
  'FR-BL': [['2026-10-09', 'abolition']],
  'FR-MF': [['2026-05-28', 'abolition']],
  'FR-PM': [],
  'FR-NC': [['2026-09-24', 'citizenship_day']],
  'FR-PF': [
    ['2026-03-05', 'gospel_arrival'],
    ['2026-04-03', 'good_friday'],
    ['2026-11-20', 'matarii'],
  ],
  'FR-WF': [
    ['2026-04-28', 'st_peter_chanel'],
    ['2026-06-29', 'sts_peter_and_paul'],
    ['2026-07-29', 'territory_day'],
  ],
};

describe('the year 2026', () => {
  test.each(holidayZones)('%s: the eleven common days and its own', (zone) => {
    const expected = [...metropolitan2026, ...added2026[zone]].sort(([a = ''], [b = '']) => a.localeCompare(b));
    expect(holidaysOfYear(2026, zone).map(({ day, code }) => [day, code])).toEqual(expected);
  });
});

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [1954, '1954-04-18'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test('Easter is always a Sunday from 22 March to 25 April', () => {
  for (let year = 1900; year <= 2300; year += 1) {
    const easter = easterSunday(year);
    expect(isoWeekday(easter)).toBe(7);
    expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
  }
});

test.each([
  ['2008-05-01', 'FR', 'labour_day'],
  ['2012-05-28', 'FR-MF', 'whit_monday'],
  ['2026-12-26', 'FR', null],
  ['2026-12-26', 'FR-67', 'st_stephen'],
  ['2026-04-03', 'FR-MQ', null],
  ['1981-05-08', 'FR', null],
  ['1982-05-08', 'FR', 'victory_1945'],
  ['2017-05-27', 'FR-MF', 'abolition'],
  ['2018-05-27', 'FR-MF', null],
  ['2018-05-28', 'FR-MF', 'abolition'],
  ['2025-06-29', 'FR-PF', 'autonomy_day'],
  ['2026-06-29', 'FR-PF', null],
  ['2025-11-20', 'FR-PF', null],
  ['2026-03-02', 'FR', null],
] as const)('%s in %s is %s', (day, zone, code) => {
  expect(publicHoliday(day, zone)).toBe(code);
});

test('both holidays of one day are listed', () => {
  const codes = holidaysOfYear(2008, 'FR').filter(({ day }) => day === '2008-05-01');
  expect(codes.map(({ code }) => code)).toEqual(['labour_day', 'ascension']);
});

test('an unknown zone or day is refused, not taken for a working day', () => {
  expect(() => publicHoliday('2026-05-01', 'FR-75')).toThrow(RangeError);
  expect(() => publicHoliday('2026-02-30', 'FR')).toThrow(RangeError);
});
