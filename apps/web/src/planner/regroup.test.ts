import { expect, test } from '@jest/globals';
import { regroup } from './regroup';

interface Item {
  readonly id: string;
  readonly columnId: string;
  readonly startMin: number;
  readonly note?: string;
}

const day = (): Item[] => [
  { id: 'a', columnId: 'martin', startMin: 480 },
  { id: 'b', columnId: 'leroy', startMin: 480 },
  { id: 'c', columnId: 'leroy', startMin: 500 },
];
const byId = (item: Item) => item.id;

test('the same day fetched again keeps every array', () => {
  const before = regroup(day(), byId, new Map());
  const after = regroup(day(), byId, before);
  expect(after.get('martin')).toBe(before.get('martin'));
  expect(after.get('leroy')).toBe(before.get('leroy'));
});

test('one changed visit renews its column and itself alone', () => {
  const before = regroup(day(), byId, new Map());
  const after = regroup(
    day().map((item) => (item.id === 'c' ? { ...item, startMin: 505 } : item)),
    byId,
    before,
  );
  expect(after.get('martin')).toBe(before.get('martin'));
  expect(after.get('leroy')).not.toBe(before.get('leroy'));
  expect(after.get('leroy')?.[0]).toBe(before.get('leroy')?.[0]);
  expect(after.get('leroy')?.[1]?.startMin).toBe(505);
});

test('a visit that changes column renews both', () => {
  const before = regroup(day(), byId, new Map());
  const after = regroup(
    day().map((item) => (item.id === 'b' ? { ...item, columnId: 'martin' } : item)),
    byId,
    before,
  );
  expect(after.get('martin')?.map(byId)).toEqual(['a', 'b']);
  expect(after.get('leroy')?.map(byId)).toEqual(['c']);
});

test('a field that disappears is a change', () => {
  const first: Item[] = [{ id: 'a', columnId: 'martin', startMin: 480, note: 'x' }];
  const before = regroup(first, byId, new Map());
  expect(regroup(day().slice(0, 1), byId, before).get('martin')).not.toBe(before.get('martin'));
});
