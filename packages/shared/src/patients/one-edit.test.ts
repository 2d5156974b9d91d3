import { expect, test } from '@jest/globals';
import { isWithinOneEdit, oneDeletions } from './one-edit.js';

test.each([
  ['dupont', 'dupont', true],
  ['dupont', 'dupond', true],
  ['dupont', 'duponts', true],
  ['dupont', 'dpont', true],
  ['dupont', 'duopnt', true],
  ['dupont', 'udpont', true],
  ['dupont', 'dupotn', true],
  ['dupont', 'duptno', false],
  ['dupont', 'dupnto', false],
  ['dupont', 'dunpot', false],
  ['dupont', 'dupon', true],
  ['dupont', 'dupo', false],
  ['martin', 'matrni', false],
  ['', 'a', true],
  ['', '', true],
  ['ab', 'ba', true],
  ['abc', 'cba', false],
])('%s / %s', (a, b, within) => {
  expect(isWithinOneEdit(a, b)).toBe(within);
  expect(isWithinOneEdit(b, a)).toBe(within);
});

test('deletions, once each', () => {
  expect(oneDeletions('anne')).toEqual(['nne', 'ane', 'ann']);
  expect(oneDeletions('')).toEqual([]);
});
