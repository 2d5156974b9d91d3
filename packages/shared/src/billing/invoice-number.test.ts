import { expect, test } from '@jest/globals';
import { formatInvoiceNumber } from './invoice-number.js';

test.each([
  [2026, 123, 'F2026-000123'],
  [2026, 1, 'F2026-000001'],
  [2027, 999_999, 'F2027-999999'],
  [2027, 1_000_000, 'F2027-1000000'],
])('%i, %i', (year, sequence, number) => {
  expect(formatInvoiceNumber(year, sequence)).toBe(number);
});

test.each([
  [2026, 0],
  [2026, -1],
  [2026, 1.5],
  [26, 1],
])('refuses %s, %s', (year, sequence) => {
  expect(() => formatInvoiceNumber(year, sequence)).toThrow(RangeError);
});
