import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DayVisit, delayedBy, type UrgentColumn, urgentPlaces } from './urgent-places.js';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const visit = (id: string, startMin: number, minutes: number, rest: Partial<DayVisit> = {}): DayVisit => ({
  ...{ id, startMin, endMin: startMin + minutes, expectedMin: startMin, isBeingSeen: false },
  ...rest,
});
const column = (rest: Partial<UrgentColumn> = {}): UrgentColumn => ({
  ...{ resourceId: 'martin', reserved: [], free: [], open: [{ startMin: at(8), endMin: at(12) }], visits: [] },
  ...{ durationMin: 10, gridMin: 5, nowMin: at(8) },
  ...rest,
});

describe('the order of places', () => {
  test('kept for emergencies, then free, then beside, whatever the hour', () => {
    const martin = column({
      reserved: [{ startMin: at(11), endMin: at(11, 30) }],
      free: [{ startMin: at(10, 30), endMin: at(10, 50) }],
      visits: [visit('a', at(10), 15)],
      nowMin: at(10),
    });
    expect(urgentPlaces([martin]).map(({ kind, startMin }) => [kind, startMin])).toEqual([
      ['reserved', at(11)],
      ['free', at(10, 30)],
      ['rajout', at(10)],
    ]);
  });

  test('within a kind the soonest, then in the order of the columns', () => {
    const free = [{ startMin: at(10), endMin: at(11) }];
    const columns = [
      column({ resourceId: 'a', free: [{ startMin: at(10, 30), endMin: at(11) }] }),
      column({ resourceId: 'b', free }),
      column({ resourceId: 'c', free }),
    ];
    expect(urgentPlaces(columns).map(({ resourceId }) => resourceId)).toEqual(['b', 'c', 'a']);
  });

  test('of two columns with two clocks, whoever waits less goes first', () => {
    const reunion = column({ resourceId: 'reunion', free: [{ startMin: at(11, 30), endMin: at(12) }], nowMin: at(11) });
    const lille = column({ resourceId: 'lille', free: [{ startMin: at(9), endMin: at(10) }] });
    expect(urgentPlaces([lille, reunion]).map(({ resourceId }) => resourceId)).toEqual(['reunion', 'lille']);
  });

  test('nothing before now, nothing too short, nothing beside outside the hours', () => {
    const late = column({
      reserved: [{ startMin: at(8), endMin: at(8, 30) }],
      free: [{ startMin: at(9), endMin: at(9, 5) }],
      visits: [visit('a', at(11, 50), 10, { isBeingSeen: true })],
      nowMin: at(11, 50),
    });
    expect(urgentPlaces([late])).toEqual([]);
  });

  test('beside goes after whoever is being seen, and says who is seen later: 10 h 15 → 10 h 25', () => {
    const visits = [visit('in', at(10), 15, { isBeingSeen: true }), visit('next', at(10, 15), 15)];
    expect(urgentPlaces([column({ visits, nowMin: at(10, 5) })])).toEqual([
      {
        ...{ kind: 'rajout', resourceId: 'martin', startMin: at(10, 15), endMin: at(10, 25) },
        delayed: [{ id: 'next', fromMin: at(10, 15), toMin: at(10, 25) }],
      },
    ]);
  });
});

describe('who is seen later', () => {
  test('a free quarter of an hour takes up what it can', () => {
    const visits = [visit('a', at(10), 15), visit('b', at(10, 20), 10), visit('c', at(11), 10)];
    expect(delayedBy(visits, { startMin: at(10), endMin: at(10, 10) })).toEqual([
      { id: 'a', fromMin: at(10), toMin: at(10, 10) },
      { id: 'b', fromMin: at(10, 20), toMin: at(10, 25) },
    ]);
  });

  /** Walks the day minute by minute: whoever is expected, is first in turn and finds the practitioner free goes in. */
  function walk(visits: readonly DayVisit[], place: { startMin: number; endMin: number }): Map<string, number> {
    const waiting = visits
      .filter(({ isBeingSeen, expectedMin }) => !isBeingSeen && expectedMin >= place.startMin)
      .sort((a, b) => a.expectedMin - b.expectedMin || a.startMin - b.startMin || (a.id < b.id ? -1 : 1));
    const seenAt = new Map<string, number>();
    let busyFor = place.endMin - place.startMin;
    for (let minute = place.startMin; waiting.length > 0; minute += 1) {
      const [first] = waiting;
      if (busyFor === 0 && first && first.expectedMin <= minute) {
        seenAt.set(first.id, minute);
        busyFor = first.endMin - first.startMin;
        waiting.shift();
      }
      busyFor = Math.max(0, busyFor - 1);
    }
    return seenAt;
  }

  const days = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 8 }),
        minutes: fc.integer({ min: 1, max: 12 }),
        late: fc.integer({ min: 0, max: 6 }),
        isBeingSeen: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((rows) => {
      let start = 480;
      return rows.map(({ gap, minutes, late, isBeingSeen }, n): DayVisit => {
        start += gap * 5;
        const made = visit(`v${n}`, start, minutes * 5, { expectedMin: start + late * 5, isBeingSeen });
        start += minutes * 5;
        return made;
      });
    });
  const places = fc
    .tuple(fc.integer({ min: 90, max: 160 }), fc.integer({ min: 1, max: 12 }))
    .map(([start, minutes]) => ({ startMin: start * 5, endMin: (start + minutes) * 5 }));

  test('is who a day walked minute by minute sees later', () => {
    fc.assert(
      fc.property(days, places, (visits, place) => {
        const seenAt = walk(visits, place);
        const later = visits
          .filter(({ id, expectedMin }) => (seenAt.get(id) ?? 0) > expectedMin)
          .map(({ id, expectedMin }) => ({ id, fromMin: expectedMin, toMin: seenAt.get(id) }));
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        expect([...delayedBy(visits, place)].sort(byId)).toEqual(later.sort(byId));
      }),
    );
  });

  test('nobody is put off by the order of the list, and nobody seen before is', () => {
    fc.assert(
      fc.property(days, places, (visits, place) => {
        const delayed = delayedBy(visits, place);
        expect(delayedBy([...visits].reverse(), place)).toEqual(delayed);
        expect(delayed.every(({ fromMin }) => fromMin >= place.startMin)).toBe(true);
      }),
    );
  });

  test('a place offered lies in what it was looked for in, from now on, and only beside makes anybody wait', () => {
    const spans = fc
      .array(fc.tuple(fc.integer({ min: 96, max: 140 }), fc.integer({ min: 1, max: 10 })), { maxLength: 4 })
      .map((rows) => rows.map(([start, length]) => ({ startMin: start * 5, endMin: (start + length) * 5 })));
    fc.assert(
      fc.property(days, spans, spans, fc.integer({ min: 480, max: 700 }), (visits, reserved, free, nowMin) => {
        const asked = column({ visits, reserved, free, nowMin });
        for (const { kind, startMin, endMin, delayed } of urgentPlaces([asked])) {
          const within = { reserved, free, rajout: asked.open }[kind];
          expect(within.some((span) => span.startMin <= startMin && endMin <= span.endMin)).toBe(true);
          expect(startMin).toBeGreaterThanOrEqual(nowMin);
          if (kind !== 'rajout') expect(delayed).toEqual([]);
        }
      }),
    );
  });
});
