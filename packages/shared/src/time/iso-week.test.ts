import { describe, expect, test } from '@jest/globals';
import { daysFrom, isoWeekNumber, mondayOf } from './iso-week.js';

describe('weeks as the wall calendar numbers them', () => {
  test.each([
    ['2026-03-02', 10],
    ['2026-03-08', 10],
    ['2026-03-09', 11],
    ['a first of January before the first Thursday', '2027-01-01', 53],
    ['a last of December after it', '2025-12-29', 1],
    ['a leap year that begins on a Thursday', '2020-12-31', 53],
    ['a year that begins on a Monday', '2024-01-01', 1],
  ])('%s %s', (...row) => {
    const [number, day] = [row.at(-1), row.at(-2)];
    expect(isoWeekNumber(String(day))).toBe(number);
  });

  test('the Monday of a Monday is itself, of a Sunday six days before, over a clock change too', () => {
    expect(mondayOf('2026-03-23')).toBe('2026-03-23');
    expect(mondayOf('2026-03-29')).toBe('2026-03-23');
    expect(daysFrom('2026-03-28', 3)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  });
});
