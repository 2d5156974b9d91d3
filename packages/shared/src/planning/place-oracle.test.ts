import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusalCodes } from './booking-overrides.js';
import { type BookingContext, type BusySpan, bookingRefusals } from './booking-refusals.js';
import { freeGapsOfDay } from './free-day.js';
import type { Interval } from './interval.js';
import { subtractIntervals } from './interval.js';

const day = '2026-03-03';
const midnight = Date.UTC(2026, 2, 2, 23, 0);
const instant = (minute: number) => new Date(midnight + minute * 60_000).toISOString();
const rule = ({ startMin, endMin }: Interval) => ({
  ...{ resourceId: 'martin', isodow: 2, startMin, endMin, validFrom: null, validTo: null },
});

const spans = (maxLength: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 90, max: 150 }), fc.integer({ min: 1, max: 14 })), { maxLength })
    .map((rows) => rows.map(([start, length]): Interval => ({ startMin: start * 5, endMin: (start + length) * 5 })));
const margin = fc.integer({ min: 0, max: 4 }).map((steps) => steps * 5);
const grounds = fc.record({
  hours: spans(3),
  away: spans(2),
  taken: spans(4),
  held: spans(1),
  reserved: spans(2),
  elsewhere: spans(2),
  startMin: fc.integer({ min: 85, max: 155 }).map((steps) => steps * 5),
  durationMin: fc.integer({ min: 1, max: 12 }).map((steps) => steps * 5),
  beforeMin: margin,
  afterMin: margin,
  urgent: fc.boolean(),
  rajouts: fc.nat(3),
  allowed: fc.nat(3),
  roomIsFree: fc.boolean(),
});
type Ground = typeof grounds extends fc.Arbitrary<infer Made> ? Made : never;

const contextOf = (ground: Ground): BookingContext => {
  const { hours, away, taken, held, reserved, elsewhere, beforeMin, afterMin, urgent, rajouts, allowed } = ground;
  const busy: BusySpan[] = [
    ...taken,
    ...held.map((span) => ({ ...span, held: { by: 'Léa BERNARD', until: instant(600) } })),
  ];
  return {
    ...{ zone: 'Europe/Paris', holidayZone: 'FR', resource: { id: 'martin', active: true }, busy, urgent, rajouts },
    motif: { id: 'm', active: true, resourceIds: ['martin'], beforeMin, afterMin, rajouts: allowed },
    rules: hours.map(rule),
    absences: away.map((span, n) => ({
      ...{ id: `a${n}`, resourceId: 'martin', reason: 'leave' as const, note: '' },
      ...{ startsAt: instant(span.startMin), endsAt: instant(span.endMin) },
    })),
    now: new Date(instant(0)),
    reserved,
    patient: { isNew: false, busy: elsewhere },
    needs: [{ poolId: 'rooms', name: 'Salles', isFree: ground.roomIsFree }],
  };
};

const covers = (list: readonly Interval[], minute: number) =>
  list.some(({ startMin, endMin }) => startMin <= minute && minute < endMin);

/** Asks each minute of the visit, and of what it keeps around it, what stands there. */
function walked(ground: Ground): string[] {
  const { hours, away, taken, held, reserved, elsewhere, startMin, durationMin, beforeMin, afterMin } = ground;
  const met = new Set<string>();
  for (let minute = startMin; minute < startMin + durationMin; minute += 1) {
    if (!covers(hours, minute)) met.add('appointment.outside_opening_hours');
    if (covers(away, minute)) met.add('appointment.practitioner_absent');
    if (covers(reserved, minute) && !ground.urgent) met.add('appointment.reserved_for_urgent');
    if (covers(elsewhere, minute)) met.add('appointment.patient_busy');
  }
  for (let minute = startMin - beforeMin; minute < startMin + durationMin + afterMin; minute += 1) {
    if (covers(taken, minute)) met.add('appointment.slot_taken');
    if (covers(held, minute)) met.add('appointment.slot_held');
  }
  if (met.has('appointment.slot_taken') && ground.rajouts >= ground.allowed) met.add('appointment.rajouts_used_up');
  if (!ground.roomIsFree) met.add('appointment.need_not_free');
  return [...met].sort();
}

test('the refusals of a place are what a walk through its minutes meets, all of them', () => {
  fc.assert(
    fc.property(grounds, (ground) => {
      const { startMin, durationMin } = ground;
      const request = { resourceId: 'martin', motifId: 'm', day, startMin, durationMin };
      expect(refusalCodes(bookingRefusals(request, contextOf(ground))).sort()).toEqual(walked(ground));
    }),
    { numRuns: 1000 },
  );
});

test('a place fits in what is free on the day if and only if nothing of the column refuses it', () => {
  fc.assert(
    fc.property(grounds, (made) => {
      const ground = { ...made, held: [], elsewhere: [], roomIsFree: true };
      const { startMin, durationMin, taken, reserved, urgent } = ground;
      const context = contextOf(ground);
      const claims = taken.map((span) => ({ startsAt: instant(span.startMin), endsAt: instant(span.endMin) }));
      const question = { ...context, resourceId: 'martin', day };
      const free = freeGapsOfDay(question, claims, {
        beforeMin: ground.beforeMin,
        afterMin: ground.afterMin,
      });
      const offered = urgent ? free : subtractIntervals(free, reserved);
      const request = { resourceId: 'martin', motifId: 'm', day, startMin, durationMin };
      const fits = offered.some((gap) => gap.startMin <= startMin && startMin + durationMin <= gap.endMin);
      expect(bookingRefusals(request, context).length === 0).toBe(fits);
    }),
    { numRuns: 1000 },
  );
});
