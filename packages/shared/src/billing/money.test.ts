import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roundRate } from './money.js';

test.each([
  [1455, 70, 100, 1019],
  [2515, 70, 100, 1761],
  [976, 70, 100, 683],
  [4946, 70, 100, 3462],
  [1284, 70, 100, 899],
  [1, 1, 2, 1],
  [0, 70, 100, 0],
])('%i × %i / %i', (amount, numerator, denominator, rounded) => {
  expect(roundRate(amount, numerator, denominator)).toBe(rounded);
});

test('a rate and its rest differ from the whole by a rounding at most', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const sum = roundRate(amount, percent, 100) + roundRate(amount, 100 - percent, 100);
      expect(sum - amount === 0 || sum - amount === 1).toBe(true);
    }),
  );
});

test.each([
  [-1, 70, 100],
  [10.5, 70, 100],
  [10, 70, 0],
  [Number.NaN, 1, 1],
])('refuses %s × %s / %s', (a, n, d) => {
  expect(() => roundRate(a, n, d)).toThrow(RangeError);
});
