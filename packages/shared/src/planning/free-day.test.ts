import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayBounds, type LocalDay, toInstant, toLocal } from '../time/zone.js';
import { nextFreeSlots } from './availability.js';
import { type BookingContext, bookingRefusals } from './booking-refusals.js';
import { freeGapsOfDay, freeMinutes, gapsWithin, partsOfDay } from './free-day.js';
import { localSpan } from './local-span.js';
import type { AbsenceSpan, OpeningRule } from './practice-day.js';

const resourceId = 'martin';
const motifId = 'consultation';
const now = new Date('2026-03-01T00:30:00Z');
const quarterMs = 15 * 60_000;
const gridMin = 5;

/** Around both clock changes, a holiday that moves and one that does not, and the turn of the year. */
const firstDays = ['2026-03-27', '2026-04-04', '2026-10-23', '2026-12-30', '2027-03-26'];
const zones = ['Europe/Paris', 'America/Martinique', 'Indian/Reunion', 'America/Miquelon'];

const minutes = fc.integer({ min: 0, max: 288 }).map((n) => n * gridMin);
const hours = fc
  .tuple(minutes, minutes)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ startMin: Math.min(a, b), endMin: Math.max(a, b) }));
const rule = fc
  .tuple(fc.integer({ min: 1, max: 7 }), hours)
  .map(([isodow, span]): OpeningRule => ({ resourceId, isodow, ...span, validFrom: null, validTo: null }));
/** Quarters from the first midnight: visits of any lane, holds, absences of hours or days. */
const stretch = (longest: number) =>
  fc.tuple(fc.integer({ min: -100, max: 400 }), fc.integer({ min: 1, max: longest }));

const story = fc.record({
  zone: fc.constantFrom(...zones),
  first: fc.constantFrom(...firstDays),
  rules: fc.array(rule, { maxLength: 12 }),
  visits: fc.array(stretch(8), { maxLength: 20 }),
  absences: fc.array(stretch(150), { maxLength: 2 }),
  durationMin: fc.integer({ min: 1, max: 24 }).map((n) => n * gridMin),
  part: fc.constantFrom('morning' as const, 'afternoon' as const, null),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

function worldOf({ zone, first, rules, visits, absences }: Story) {
  const origin = dayBounds(first, zone).start.getTime();
  const spanOf = ([from, quarters]: readonly [number, number]) => ({
    startsAt: new Date(origin + from * quarterMs).toISOString(),
    endsAt: new Date(origin + (from + quarters) * quarterMs).toISOString(),
  });
  return {
    question: {
      ...{ resourceId, zone, holidayZone: 'FR', rules },
      absences: absences.map(
        (each, index): AbsenceSpan => ({ id: String(index), resourceId, ...spanOf(each), reason: 'leave', note: '' }),
      ),
    },
    taken: visits.map(spanOf),
    days: Array.from({ length: 5 }, (_, ahead) => addDays(first, ahead)),
  };
}

type World = ReturnType<typeof worldOf>;

function contextOn({ question, taken }: World, day: LocalDay): BookingContext {
  const { zone, holidayZone, rules, absences } = question;
  const busy = taken.flatMap(({ startsAt, endsAt }) => localSpan(startsAt, endsAt, day, zone) ?? []);
  const resource = { id: resourceId, active: true };
  const motif = { id: motifId, active: true, resourceIds: [resourceId] };
  return { ...{ zone, holidayZone, resource, motif, rules, absences, busy, now } };
}

/** Every start of the grid, asked one by one of the rule that decides bookings; each offer after the end of the one before. */
function naiveOffers(world: World, { durationMin, part }: Story) {
  const offers: { resourceId: string; day: LocalDay; startMin: number; endMin: number }[] = [];
  const { startMin: from, endMin: to } = part ? partsOfDay[part] : { startMin: 0, endMin: 1440 };
  for (const day of world.days) {
    const context = contextOn(world, day);
    for (let startMin = from; startMin + durationMin <= to; ) {
      const isFree = bookingRefusals({ resourceId, motifId, day, startMin, durationMin }, context).length === 0;
      if (isFree) offers.push({ resourceId, day, startMin, endMin: startMin + durationMin });
      startMin += isFree ? Math.ceil(durationMin / gridMin) * gridMin : gridMin;
    }
  }
  return offers;
}

describe('what is offered', () => {
  test('is exactly what the booking rule accepts, start by start', () => {
    fc.assert(
      fc.property(story, (its) => {
        const world = worldOf(its);
        const { durationMin } = its;
        const days = world.days.map((day) => {
          const gaps = gapsWithin(freeGapsOfDay({ ...world.question, day }, world.taken), its.part);
          return { resourceId, day, kinds: [{ gaps, durationMin, gridMin }] };
        });
        const notBefore = { day: its.first, minutes: 0 };
        const offers = nextFreeSlots({ days, notBefore, limit: 10_000, skip: 0 });
        expect(offers).toEqual(naiveOffers(world, its));
      }),
      { numRuns: 40 },
    );
  });

  test('never holds a minute that is taken, closed or skipped, counted one by one on the wall', () => {
    fc.assert(
      fc.property(story, (its) => {
        const world = worldOf(its);
        const { zone } = world.question;
        for (const day of world.days) {
          const free = new Set<number>();
          for (const gap of freeGapsOfDay({ ...world.question, day }, world.taken)) {
            for (let minute = gap.startMin; minute < gap.endMin; minute += 1) free.add(minute);
          }
          for (const { startsAt, endsAt } of [...world.taken, ...world.question.absences]) {
            for (let at = Date.parse(startsAt); at < Date.parse(endsAt); at += 60_000) {
              const local = toLocal(new Date(at), zone);
              if (local.day === day) expect(free.has(local.minutes)).toBe(false);
            }
          }
          for (const minute of free) expect(toInstant(day, minute, zone)).not.toBeNull();
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the minutes kept of a day', () => {
  test.each([
    ['nothing free', [], { longest: 0, morning: 0, afternoon: 0 }],
    ['noon parts a gap', [{ startMin: 600, endMin: 900 }], { longest: 300, morning: 120, afternoon: 180 }],
    [
      'the longest of each',
      [
        { startMin: 480, endMin: 500 },
        { startMin: 600, endMin: 645 },
        { startMin: 840, endMin: 850 },
      ],
      { longest: 45, morning: 45, afternoon: 10 },
    ],
    ['up to midnight', [{ startMin: 1400, endMin: 1440 }], { longest: 40, morning: 0, afternoon: 40 }],
  ])('%s', (_name, gaps, kept) => {
    expect(freeMinutes(gaps)).toEqual(kept);
  });

  test('leave no day out that has a place', () => {
    fc.assert(
      fc.property(story, (its) => {
        const world = worldOf(its);
        const dayOfOffers = new Set(naiveOffers(world, its).map(({ day }) => day));
        for (const day of dayOfOffers) {
          const kept = freeMinutes(freeGapsOfDay({ ...world.question, day }, world.taken));
          expect(kept[its.part ?? 'longest']).toBeGreaterThanOrEqual(its.durationMin);
        }
      }),
      { numRuns: 15 },
    );
  });
});
