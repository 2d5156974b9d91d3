import { expect, test } from '@jest/globals';
import { monthBefore, monthOf, monthsOf } from './months';

test.each([
  ['2026-03', '2026-02'],
  ['2026-01', '2025-12'],
  ['2026-12', '2026-11'],
])('before %s comes %s', (month, before) => {
  expect(monthBefore(month)).toBe(before);
});

test('a day stands in its month, a year has twelve', () => {
  expect(monthOf('2026-03-02')).toBe('2026-03');
  expect(monthsOf(2026)).toHaveLength(12);
  expect([monthsOf(2026)[0], monthsOf(2026)[11]]).toEqual(['2026-01', '2026-12']);
});
