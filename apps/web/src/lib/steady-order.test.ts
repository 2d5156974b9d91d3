import { expect, test } from '@jest/globals';
import { keepOrder } from './steady-order';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const told = (kept: readonly { id: string }[]) => kept.map(({ id }) => id).join('');

test.each([
  ['', 'abc', 'abc', 'nothing shown: the order of the answer'],
  ['cab', 'abc', 'cab', 'the same rows do not move'],
  ['ab', 'cab', 'abc', 'a better row comes below those already read'],
  ['abc', 'bd', 'bd', 'a row that no longer answers goes'],
])('%s then %s gives %s: %s', (shown, fresh, expected) => {
  expect(told(keepOrder(rows(shown), rows(fresh)))).toBe(expected);
});

test('the newest version of a row is shown', () => {
  expect(keepOrder([{ id: 'a', city: 'Lille' }], [{ id: 'a', city: 'Roubaix' }])).toEqual([
    { id: 'a', city: 'Roubaix' },
  ]);
});
