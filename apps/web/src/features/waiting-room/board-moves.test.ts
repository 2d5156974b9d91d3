import { expect, test } from '@jest/globals';
import { type Direction, rowAfterLoss, rowTowards } from './board-moves';

const rows = [['a', 'b', 'c'], [], ['d'], ['e', 'f']];

test.each<[string | null, Direction, string | undefined]>([
  ['a', 'down', 'b'],
  ['c', 'down', undefined],
  ['a', 'up', undefined],
  ['c', 'right', 'd'],
  ['d', 'right', 'e'],
  ['f', 'left', 'd'],
  ['d', 'left', 'a'],
  ['e', 'right', undefined],
  [null, 'down', 'a'],
  ['gone', 'right', 'a'],
])('from %s, %s leads to %s', (id, direction, expected) => {
  expect(rowTowards(rows, id, direction)).toBe(expected);
});

test('a row that left every list gives its place to the next one, else to the last', () => {
  expect(rowAfterLoss(rows, { list: 0, row: 1 })).toBe('b');
  expect(rowAfterLoss(rows, { list: 0, row: 3 })).toBe('c');
  expect(rowAfterLoss(rows, { list: 1, row: 0 })).toBeUndefined();
  expect(rowAfterLoss(rows, null)).toBeUndefined();
});
