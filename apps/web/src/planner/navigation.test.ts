import { describe, expect, test } from '@jest/globals';
import { IconClock } from '@tabler/icons-react';
import {
  type ColumnContent,
  cellKey,
  columnStops,
  HEAD_KEY,
  nearestStop,
  openingStop,
  resolveStop,
  stepCell,
  stepStop,
  withoutCoveredGhosts,
} from './navigation';
import type { PlannerCard } from './types';

const frame = { openMin: 480, closeMin: 600, slotMinutes: 10 };

function card(id: string, startMin: number, endMin: number, more: Partial<PlannerCard> = {}): PlannerCard {
  return {
    ...{ id, columnId: 'martin', startMin, endMin, status: 'prevu', icon: IconClock },
    ...{ nom: id, prenom: '', statusWord: '', draggable: true, ariaLabel: id },
    ...more,
  };
}

const free = (startMin: number, endMin: number) => ({
  ...{ columnId: 'martin', startMin, endMin },
  ...{ label: '', lengthLabel: '', ariaLabel: '' },
});

/** 8 h 00 visit, 8 h 20 nothing, 8 h 35 visit, 8 h 50 free, 9 h 20 closed. */
const morning: ColumnContent = {
  cards: [card('b', 515, 530), card('a', 480, 500)],
  free: [free(530, 560)],
  closed: [{ columnId: 'martin', startMin: 560, endMin: 600, label: '' }],
  holds: [],
};
const keys = (content: ColumnContent) => columnStops(content, frame).map(({ key }) => key);

describe('stops of a column', () => {
  test('follow the clock, with a cell every ten minutes where nothing is drawn', () => {
    expect(keys(morning)).toEqual(['head', 'card:a', 'cell:500', 'cell:510', 'card:b', 'free:530', 'closed:560']);
  });
  test('an empty column is all cells', () => {
    expect(keys({ cards: [], free: [], closed: [], holds: [] })).toHaveLength(13);
  });
  test('a cancelled visit is read but gives its time back', () => {
    const content = { ...morning, cards: [...morning.cards, card('gone', 500, 515, { ghost: true })] };
    expect(keys(content).slice(2, 5)).toEqual(['card:gone', 'cell:500', 'cell:510']);
  });
  test('two visits at once are two stops and leave no cell between', () => {
    const content = { ...morning, cards: [card('a', 480, 515), card('b', 490, 500)] };
    expect(keys(content).slice(1, 4)).toEqual(['card:a', 'card:b', 'cell:515']);
  });
});

describe('nearest stop', () => {
  const stops = columnStops(morning, frame);
  test.each([
    [485, 'card:a'],
    [509, 'cell:500'],
    [545, 'free:530'],
    [599, 'closed:560'],
    [300, 'card:a'],
  ])('at minute %i is %s', (minute, key) => {
    expect(nearestStop(stops, minute)?.key).toBe(key);
  });
  test('a visit wins over the closed time it overlaps', () => {
    const content = { ...morning, cards: [...morning.cards, card('late', 560, 580)] };
    expect(nearestStop(columnStops(content, frame), 565)?.key).toBe('card:late');
  });
});

describe('steps', () => {
  const stops = columnStops(morning, frame);
  test('up from the first visit is the head, and the head holds', () => {
    expect(stepStop(stops, 'card:a', -1)?.key).toBe(HEAD_KEY);
    expect(stepStop(stops, HEAD_KEY, -1)?.key).toBe(HEAD_KEY);
  });
  test('down at the end holds', () => expect(stepStop(stops, 'closed:560', 1)?.key).toBe('closed:560'));
  test('exact steps choose a time inside a long free slot', () => {
    expect(stepCell(stops, 530, 1, frame)).toEqual({ key: 'cell:540', kind: 'cell', startMin: 540, endMin: 550 });
    expect(stepCell(stops, 540, -1, frame)?.key).toBe('free:530');
  });
  test('exact steps stop at the ends of the day', () => {
    expect(stepCell(stops, 480, -1, frame)?.key).toBe('card:a');
    expect(stepCell(stops, 595, 1, frame)?.key).toBe('closed:560');
  });
});

describe('a remembered stop', () => {
  const stops = columnStops(morning, frame);
  test('is itself while it exists', () => expect(resolveStop(stops, 'card:b', 0, 10)?.key).toBe('card:b'));
  test('is what fills its time once it is gone', () => {
    expect(resolveStop(stops, 'card:removed', 502, 10)?.key).toBe('cell:500');
    expect(resolveStop(stops, 'free:482', 482, 10)?.key).toBe('card:a');
  });
  test('stays exact for a cell inside a free slot', () => {
    expect(resolveStop(stops, cellKey(540), 540, 10)?.key).toBe('cell:540');
  });
});

test('the page opens on the first visit that is not over', () => {
  const stops = columnStops(morning, frame);
  expect(openingStop(stops, 505)?.key).toBe('card:b');
  expect(openingStop(stops, null)?.key).toBe('card:a');
  expect(openingStop(stops, 600)?.key).toBe('card:a');
});

test('a new visit in a cancelled place hides the cancelled one, in its own column only', () => {
  const gone = card('gone', 500, 520, { ghost: true });
  expect(withoutCoveredGhosts([gone, card('new', 505, 515)]).map(({ id }) => id)).toEqual(['new']);
  expect(withoutCoveredGhosts([gone, card('later', 510, 520)])).toHaveLength(2);
  expect(withoutCoveredGhosts([gone, card('other', 500, 520, { columnId: 'leroy' })])).toHaveLength(2);
});
