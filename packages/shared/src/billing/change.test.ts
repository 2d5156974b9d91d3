import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeDue, coinsFor, usualCash } from './change.js';

test('change', () => {
  expect(changeDue(1328, 2000)).toBe(672);
  expect(changeDue(3000, 3000)).toBe(0);
  expect(changeDue(3000, 2999)).toBeNull();
});

test.each([
  [672, ['1×500', '1×100', '1×50', '1×20', '1×2']],
  [4, ['2×2']],
  [
    38888,
    [
      '1×20000',
      '1×10000',
      '1×5000',
      '1×2000',
      '1×1000',
      '1×500',
      '1×200',
      '1×100',
      '1×50',
      '1×20',
      '1×10',
      '1×5',
      '1×2',
      '1×1',
    ],
  ],
  [0, []],
])('%i', (cents, expected) => {
  expect(coinsFor(cents).map((coin) => `${coin.count}×${coin.cents}`)).toEqual(expected);
});

test('the coins always make the amount', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (cents) => {
      expect(coinsFor(cents).reduce((sum, coin) => sum + coin.cents * coin.count, 0)).toBe(cents);
    }),
  );
  expect(() => coinsFor(-1)).toThrow(RangeError);
});

test('what is usually handed over', () => {
  expect(usualCash(1328)).toEqual([1328, 1500, 2000, 5000]);
  expect(usualCash(3000)).toEqual([3000, 4000, 5000]);
});
