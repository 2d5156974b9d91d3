import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Companion, companionOf, keptFor, type NeededPool } from './companions.js';
import type { Interval } from './interval.js';

const day = '2026-03-03';
const on = { day, zone: 'Europe/Paris', holidayZone: 'FR' };
const rule = (resourceId: string, { startMin, endMin }: Interval) => ({
  ...{ resourceId, isodow: 2, startMin, endMin, validFrom: null, validTo: null },
});
/** Paris in March is an hour ahead of UTC. */
const instant = (minute: number) => new Date(Date.UTC(2026, 2, 3, 0, minute - 60)).toISOString();
const absence = (resourceId: string, { startMin, endMin }: Interval) => ({
  ...{ id: `${resourceId} ${startMin}`, resourceId, reason: 'other' as const, note: '' },
  ...{ startsAt: instant(startMin), endsAt: instant(endMin) },
});
const room = (id: string, part: Partial<Companion> = {}): Companion => ({
  ...{ id, rules: [], absences: [], busy: [] },
  ...part,
});
const pool = (members: readonly Companion[], part: Partial<NeededPool> = {}): NeededPool => ({
  ...{ poolId: 'rooms', name: 'Salles', beforeMin: 0, afterMin: 10, members },
  ...part,
});
const nine = { startMin: 540, endMin: 555 };

describe('the room a visit gets', () => {
  test('is the first free one, in the order of the pool', () => {
    expect(companionOf(pool([room('a', { busy: [nine] }), room('b'), room('c')]), nine, on)).toBe('b');
  });

  test('is the one it had, while that one is free', () => {
    const members = [room('a'), room('b'), room('c', { busy: [nine] })];
    expect(companionOf(pool(members), nine, on, ['b'])).toBe('b');
    expect(companionOf(pool(members), nine, on, ['c'])).toBe('a');
  });

  test('is none when all are taken, or there is none at all', () => {
    expect(companionOf(pool([room('a', { busy: [nine] })]), nine, on)).toBeNull();
    expect(companionOf(pool([]), nine, on)).toBeNull();
  });

  test('is cleaned after the visit: that time must be free too, but may run past its hours', () => {
    const cleaned = (busy: Interval[]) => companionOf(pool([room('a', { busy })]), nine, on);
    expect(cleaned([{ startMin: 560, endMin: 600 }])).toBeNull();
    expect(cleaned([{ startMin: 565, endMin: 600 }])).toBe('a');
    const short = room('a', { rules: [rule('a', { startMin: 480, endMin: 555 })] });
    expect(companionOf(pool([short]), nine, on)).toBe('a');
    expect(companionOf(pool([short]), { startMin: 545, endMin: 560 }, on)).toBeNull();
  });

  test('is not one in repair, and two openings that touch are one', () => {
    expect(companionOf(pool([room('a', { absences: [absence('a', nine)] })]), nine, on)).toBeNull();
    const rules = [rule('a', { startMin: 480, endMin: 550 }), rule('a', { startMin: 550, endMin: 720 })];
    expect(companionOf(pool([room('a', { rules })]), nine, on)).toBe('a');
  });
});

const spans = fc
  .array(fc.tuple(fc.integer({ min: 96, max: 140 }), fc.integer({ min: 1, max: 12 })), { maxLength: 3 })
  .map((rows) => rows.map(([start, length]): Interval => ({ startMin: start * 5, endMin: (start + length) * 5 })));
const minutes = ({ startMin, endMin }: Interval) => Array.from({ length: endMin - startMin }, (_, at) => startMin + at);
const covers = (list: readonly Interval[], minute: number) =>
  list.some(({ startMin, endMin }) => startMin <= minute && minute < endMin);

test('is free minute by minute: for the visit within its hours, and for what it is kept around it', () => {
  const members = fc
    .array(fc.record({ hours: spans, busy: spans, away: spans }), { minLength: 1, maxLength: 4 })
    .map((rows) => rows.map((row, n) => ({ id: `room${n}`, ...row })));
  const visits = fc
    .tuple(fc.integer({ min: 96, max: 140 }), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => ({ startMin: start * 5, endMin: (start + length) * 5 }));
  const margin = fc.integer({ min: 0, max: 4 }).map((steps) => steps * 5);
  fc.assert(
    fc.property(members, visits, margin, margin, fc.nat(3), (rooms, visit, beforeMin, afterMin, preferred) => {
      const asked = pool(
        rooms.map(({ id, hours, busy, away }) =>
          room(id, { rules: hours.map((h) => rule(id, h)), absences: away.map((a) => absence(id, a)), busy }),
        ),
        { beforeMin, afterMin },
      );
      const free = rooms.filter(
        ({ hours, busy, away }) =>
          minutes(keptFor(visit, { beforeMin, afterMin })).every((m) => !covers(busy, m) && !covers(away, m)) &&
          (hours.length === 0 || minutes(visit).every((m) => covers(hours, m))),
      );
      const wanted = free.find(({ id }) => id === `room${preferred}`) ?? free[0];
      expect(companionOf(asked, visit, on, [`room${preferred}`])).toBe(wanted?.id ?? null);
    }),
  );
});
