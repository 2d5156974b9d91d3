import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LaneItem, layOutLanes } from './overlap-lanes.js';

const item = (id: string, startMin: number, endMin: number): LaneItem => ({ id, startMin, endMin });
const laid = (...items: LaneItem[]) =>
  [...layOutLanes(items)].map(([id, { lane, lanes }]) => `${id} ${lane + 1}/${lanes}`).sort();

test.each([
  ['nothing', laid(), []],
  ['one after the other', laid(item('a', 540, 555), item('b', 555, 570)), ['a 1/1', 'b 1/1']],
  ['two together', laid(item('a', 540, 560), item('b', 550, 570)), ['a 1/2', 'b 2/2']],
  ['the longer first', laid(item('a', 540, 550), item('b', 540, 570)), ['a 2/2', 'b 1/2']],
  [
    'a chain shares one width and a lane serves again',
    laid(item('a', 540, 560), item('b', 550, 580), item('c', 560, 600)),
    ['a 1/2', 'b 2/2', 'c 1/2'],
  ],
  [
    'three over one',
    laid(item('a', 540, 600), item('b', 540, 600), item('c', 550, 560), item('d', 600, 610)),
    ['a 1/3', 'b 2/3', 'c 3/3', 'd 1/1'],
  ],
  ['a card without length', laid(item('a', 540, 540), item('b', 540, 560)), ['a 2/2', 'b 1/2']],
])('%s', (_name, given, expected) => {
  expect(given).toEqual(expected);
});

test('no two cards cover each other, no lane is wasted, whatever the order', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 })), { maxLength: 25 });
  fc.assert(
    fc.property(some, (cards) => {
      const items = cards.map(([startMin, minutes], i) => item(`c${i}`, startMin, startMin + minutes));
      const lanes = layOutLanes(items);
      expect(lanes.size).toBe(items.length);
      expect(layOutLanes([...items].reverse())).toEqual(lanes);
      for (const a of items) {
        const together = items.filter((b) => a.startMin < b.endMin && b.startMin < a.endMin);
        const own = lanes.get(a.id) ?? { lane: -1, lanes: 0 };
        expect(own.lane >= 0 && own.lane < own.lanes).toBe(true);
        expect(together.filter(({ id }) => lanes.get(id)?.lane === own.lane)).toEqual([a]);
        expect(new Set(together.map(({ id }) => lanes.get(id)?.lanes)).size).toBe(1);
      }
      const busiest = Math.max(
        0,
        ...items.map(({ startMin: at }) => items.filter((b) => b.startMin <= at && at < b.endMin).length),
      );
      expect(Math.max(0, ...[...lanes.values()].map(({ lanes: width }) => width))).toBe(busiest);
    }),
  );
});
