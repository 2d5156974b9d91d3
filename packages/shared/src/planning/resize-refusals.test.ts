import { expect, test } from '@jest/globals';
import type { BookingContext } from './booking-refusals.js';
import { type HeldPlace, resizeRefusals } from './resize-refusals.js';

const held: HeldPlace = {
  resourceId: 'martin',
  motifId: 'consultation',
  day: '2026-03-03',
  startMin: 600,
  durationMin: 15,
};
const context: BookingContext = {
  zone: 'Europe/Paris',
  holidayZone: 'FR',
  resource: { id: 'martin', active: true },
  motif: { id: 'consultation', active: true, resourceIds: ['martin'] },
  rules: [
    { resourceId: 'martin', isodow: 2, startMin: 540, endMin: 750, validFrom: null, validTo: null },
    { resourceId: 'martin', isodow: 2, startMin: 840, endMin: 1080, validFrom: null, validTo: null },
  ],
  absences: [],
  busy: [],
  now: new Date('2026-03-02T09:42:00Z'),
};
const codes = (durationMin: number, place: Partial<HeldPlace> = {}, around: Partial<BookingContext> = {}) =>
  resizeRefusals({ ...held, ...place }, durationMin, { ...context, ...around }).map(({ code }) => code);
const next = { busy: [{ startMin: 630, endMin: 645 }] };

test.each([
  ['the same length', 15, {}, {}, []],
  ['longer, with room', 30, {}, {}, []],
  ['up to the next visit', 30, {}, next, []],
  ['into the next visit', 35, {}, next, ['appointment.slot_taken']],
  ['into the break', 170, {}, {}, ['appointment.outside_opening_hours']],
  ['no length', 0, {}, {}, ['appointment.end_before_start']],
  ['longer, on a day that is past', 30, { day: '2026-02-24' }, {}, ['appointment.in_the_past']],
  ['past midnight', 60, { startMin: 1430, durationMin: 10 }, {}, ['appointment.outside_opening_hours']],
])('%s', (_case, durationMin, place, around, refused) => {
  expect(codes(durationMin, place, around)).toEqual(refused);
});

const retired = { ...context.motif, active: false };
test.each([
  ['beside an imported visit at the same hour', 10, {}, { busy: [{ startMin: 600, endMin: 660 }] }],
  ['taken in the break', 5, { startMin: 780 }, {}],
  ['of a walk-in since moved to another day', 30, {}, { walkIn: true }],
  ['of a motif since withdrawn', 10, {}, { motif: retired }],
  ['of a motif since withdrawn, longer', 20, {}, { motif: retired }],
])('a visit %s may change its length', (_case, durationMin, place, around) => {
  expect(codes(durationMin, place, around)).toEqual([]);
});

test('a walk-in of today runs into the break, never into the next visit', () => {
  const today = { day: '2026-03-02', startMin: 735 };
  const rules = context.rules.map((rule) => ({ ...rule, isodow: 1 }));
  expect(codes(30, today, { rules })).toEqual(['appointment.outside_opening_hours']);
  expect(codes(30, today, { rules, walkIn: true })).toEqual([]);
  expect(codes(30, today, { rules, walkIn: true, busy: [{ startMin: 755, endMin: 800 }] })).toEqual([
    'appointment.slot_taken',
  ]);
});
