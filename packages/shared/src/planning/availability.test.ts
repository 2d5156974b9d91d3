import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../time/zone.js';
import {
  displayGaps,
  type FreeDay,
  type FreeKind,
  type FreeSlot,
  freeGaps,
  freeStarts,
  nextFreeSlots,
} from './availability.js';
import { type Interval, intervalsOverlap } from './interval.js';

const gap = (startMin: number, endMin: number): Interval => ({ startMin, endMin });

test('gaps are what is open and not taken', () => {
  expect(freeGaps([gap(540, 750), gap(840, 1080)], [gap(540, 555), gap(740, 860), gap(900, 930)])).toEqual([
    gap(555, 740),
    gap(860, 900),
    gap(930, 1080),
  ]);
});

describe('starts on the grid', () => {
  test.each([
    ['whole gap', [gap(690, 710)], 20, 10, 0, [690]],
    ['one minute short', [gap(690, 709)], 20, 10, 0, []],
    ['off the grid', [gap(695, 730)], 20, 10, 0, [700, 710]],
    ['the grid counts from midnight', [gap(485, 530)], 15, 15, 0, [495, 510]],
    ['not before now', [gap(540, 600)], 20, 10, 561, [570, 580]],
    ['up to 24:00', [gap(1400, 1440)], 20, 20, 0, [1400, 1420]],
    ['nothing after the gap', [gap(540, 600)], 20, 10, 700, []],
    ['two gaps', [gap(540, 560), gap(600, 620)], 20, 20, 0, [540, 600]],
  ])('%s', (_name, gaps, durationMin, gridMin, notBeforeMin, starts) => {
    expect(freeStarts(gaps, durationMin, gridMin, notBeforeMin)).toEqual(starts);
  });

  test.each([
    [0, 10],
    [-5, 10],
    [15, 0],
    [15, 2.5],
  ])('a duration of %d on a grid of %d is refused', (durationMin, gridMin) => {
    expect(() => freeStarts([gap(0, 1440)], durationMin, gridMin, 0)).toThrow(RangeError);
  });
});

describe('next free slots', () => {
  const twenty = (...gaps: Interval[]): FreeKind[] => [{ gaps, durationMin: 20, gridMin: 10 }];
  const days: FreeDay[] = [
    { resourceId: 'martin', day: '2026-03-02', kinds: twenty(gap(540, 560), gap(690, 730)) },
    { resourceId: 'leroy', day: '2026-03-02', kinds: twenty(gap(680, 700), gap(690, 710)) },
    { resourceId: 'martin', day: '2026-03-03', kinds: twenty(gap(480, 500)) },
  ];
  const ask = (more: Partial<Parameters<typeof nextFreeSlots>[0]> = {}) =>
    nextFreeSlots({
      days,
      notBefore: { day: '2026-03-02', minutes: 642 },
      limit: 3,
      skip: 0,
      ...more,
    });
  const short = (slots: readonly FreeSlot[]) =>
    slots.map(({ resourceId, day, startMin }) => `${resourceId} ${day} ${startMin}`);

  test('by time, then in the order of the columns', () => {
    expect(short(ask({ limit: 10 }))).toEqual([
      'leroy 2026-03-02 680',
      'martin 2026-03-02 690',
      'martin 2026-03-02 710',
      'martin 2026-03-03 480',
    ]);
    const together = [
      { resourceId: 'b', day: '2026-03-02', kinds: twenty(gap(700, 720)) },
      { resourceId: 'a', day: '2026-03-02', kinds: twenty(gap(700, 720)) },
    ];
    expect(short(ask({ days: together }))).toEqual(['b 2026-03-02 700', 'a 2026-03-02 700']);
  });

  test('of several kinds, the one liked best at each time; what does not come with its room is passed over', () => {
    const kinds: FreeKind[] = [
      {
        motifId: 'long',
        gaps: [gap(660, 740)],
        durationMin: 40,
        gridMin: 10,
        companionsOf: ({ startMin }) => (startMin > 660 ? ['echo'] : null),
      },
      { motifId: 'short', gaps: [gap(640, 760)], durationMin: 15, gridMin: 5 },
    ];
    const offers = ask({ days: [{ resourceId: 'martin', day: '2026-03-02', kinds }], limit: 9 });
    expect(offers.map(({ startMin, motifId, companionIds }) => [startMin, motifId, companionIds])).toEqual([
      [645, 'short', undefined],
      [660, 'short', undefined],
      [675, 'short', undefined],
      [690, 'long', ['echo']],
      [730, 'short', undefined],
      [745, 'short', undefined],
    ]);
  });

  test('three, then three more', () => {
    const first = ask();
    const more = ask({ skip: 3 });
    expect(short([...first, ...more])).toEqual(short(ask({ limit: 6 })));
    expect(more).toHaveLength(1);
  });

  test('days before the wanted one are passed over, and a later day starts from its morning', () => {
    expect(short(ask({ notBefore: { day: '2026-03-03', minutes: 0 } }))).toEqual(['martin 2026-03-03 480']);
  });

  test('reads no day more than it needs, but the last one whole', () => {
    const read: string[] = [];
    function* lazily() {
      for (const day of days) {
        read.push(`${day.resourceId} ${day.day}`);
        yield day;
      }
      throw new Error('read too far');
    }
    expect(short(ask({ days: lazily(), limit: 1 }))).toEqual(['leroy 2026-03-02 680']);
    expect(read).toEqual(['martin 2026-03-02', 'leroy 2026-03-02', 'martin 2026-03-03']);
  });

  test('nothing is asked, nothing is read', () => {
    expect(ask({ limit: 0 })).toEqual([]);
  });

  test('days out of order are refused: the answer would be wrong', () => {
    expect(() => ask({ days: [...days].reverse(), limit: 10 })).toThrow(RangeError);
  });

  test('every offer lies whole in a gap, on the grid, sorted, and no two of a column overlap', () => {
    const minute = fc.integer({ min: 0, max: 1440 });
    const gaps = fc.array(
      fc.tuple(minute, minute).map(([a, b]) => gap(Math.min(a, b), Math.max(a, b))),
      { maxLength: 4 },
    );
    const table = fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom('a', 'b'), gaps), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom(5, 10, 15),
        minute,
        (rows, durationMin, gridMin, from) => {
          const asked = rows
            .map(([n, resourceId, list]) => {
              const gaps = freeGaps(list, []);
              return { resourceId, day: addDays('2026-03-28', n), gaps, kinds: [{ gaps, durationMin, gridMin }] };
            })
            .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
            .filter(
              (row, i, all) =>
                all.findIndex((other) => other.day === row.day && other.resourceId === row.resourceId) === i,
            );
          const notBefore = { day: '2026-03-28', minutes: from };
          const slots = nextFreeSlots({ days: asked, notBefore, limit: 500, skip: 0 });
          for (const slot of slots) {
            const row = asked.find(({ day, resourceId }) => day === slot.day && resourceId === slot.resourceId);
            expect(row?.gaps.some(({ startMin, endMin }) => startMin <= slot.startMin && slot.endMin <= endMin)).toBe(
              true,
            );
            expect(slot.startMin % gridMin).toBe(0);
            expect(slot.day > notBefore.day || slot.startMin >= from).toBe(true);
          }
          const keys = slots.map(({ day, startMin }) => `${day} ${String(startMin).padStart(4, '0')}`);
          expect(keys).toEqual([...keys].sort());
          slots.forEach((slot, i) => {
            const later = slots
              .slice(i + 1)
              .filter(({ day, resourceId }) => day === slot.day && resourceId === slot.resourceId);
            expect(later.some((other) => intervalsOverlap(slot, other))).toBe(false);
          });
        },
      ),
    );
  });
});

test('free cards show gaps worth showing, with their minutes', () => {
  expect(displayGaps([gap(690, 710), gap(720, 725)], 10)).toEqual([{ startMin: 690, endMin: 710, minutes: 20 }]);
});
