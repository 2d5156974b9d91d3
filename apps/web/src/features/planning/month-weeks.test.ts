import { expect, test } from '@jest/globals';
import { monthWeeks, shiftMonth } from './month-weeks';

test('a month is six weeks from a Monday on', () => {
  const weeks = monthWeeks('2026-03-15');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2026-02-23');
  expect(weeks[5]?.[6]).toBe('2026-04-05');
});

test.each([
  ['2026-03-31', -1, '2026-02-28'],
  ['2028-03-31', -1, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-31', -1, '2025-12-31'],
  ['2026-05-31', 1, '2026-06-30'],
])('%s by %i month: %s', (day, months, expected) => {
  expect(shiftMonth(day, months)).toBe(expected);
});
