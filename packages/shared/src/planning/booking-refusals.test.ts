import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../time/zone.js';
import { freeGaps, nextFreeSlots } from './availability.js';
import { type BookingContext, type BookingRequest, bookingRefusals, lastBookableDay } from './booking-refusals.js';
import { type OpeningRule, openIntervals } from './practice-day.js';

const week = [1, 2, 3, 4, 5].flatMap((isodow): OpeningRule[] =>
  [
    [540, 750],
    [840, 1080],
  ].map(([startMin = 0, endMin = 0]) => ({
    resourceId: 'martin',
    isodow,
    startMin,
    endMin,
    validFrom: null,
    validTo: null,
  })),
);
const context: BookingContext = {
  zone: 'Europe/Paris',
  holidayZone: 'FR',
  resource: { id: 'martin', active: true },
  motif: { id: 'consultation', active: true, resourceIds: ['martin', 'leroy'] },
  rules: week,
  absences: [],
  busy: [],
  now: new Date('2026-03-02T09:42:00Z'),
};
const request: BookingRequest = {
  resourceId: 'martin',
  motifId: 'consultation',
  day: '2026-03-03',
  startMin: 600,
  durationMin: 15,
};
const training = {
  id: 'a1',
  resourceId: 'martin',
  startsAt: '2026-03-03T08:00:00Z',
  endsAt: '2026-03-03T17:00:00Z',
  reason: 'training',
  note: 'private',
} as const;
const refuse = (more: Partial<BookingRequest>, around: Partial<BookingContext> = {}) =>
  bookingRefusals({ ...request, ...more }, { ...context, ...around });

test('a free place is not refused', () => {
  expect(refuse({})).toEqual([]);
});

test.each([
  ['the end of the morning', { startMin: 735 }],
  ['this morning, already past', { day: '2026-03-02', startMin: 540 }],
  ['the last day of the two years', { day: '2028-03-02' }],
])('%s is not refused', (_name, more) => {
  expect(refuse(more)).toEqual([]);
});

describe('each reason with its details', () => {
  test.each([
    ['no length', { durationMin: 0 }, {}, 'appointment.end_before_start', { durationMin: 0 }],
    ['ends before', { durationMin: -5 }, {}, 'appointment.end_before_start', { durationMin: -5 }],
    [
      'before the opening',
      { startMin: 530 },
      {},
      'appointment.outside_opening_hours',
      { startMin: 0, endMin: 540, reason: { kind: 'before_opening', opensAtMin: 540 } },
    ],
    [
      'into the break',
      { startMin: 740 },
      {},
      'appointment.outside_opening_hours',
      { startMin: 750, endMin: 840, reason: { kind: 'break', resumesAtMin: 840 } },
    ],
    [
      'after closing',
      { startMin: 1075 },
      {},
      'appointment.outside_opening_hours',
      { startMin: 1080, endMin: 1440, reason: { kind: 'closed' } },
    ],
    [
      'a day off',
      { day: '2026-03-08' },
      {},
      'appointment.outside_opening_hours',
      { startMin: 0, endMin: 1440, reason: { kind: 'closed' } },
    ],
    [
      'past midnight of a night that is open',
      { startMin: 1430 },
      { rules: [2].map((isodow) => ({ ...week[0], isodow, startMin: 0, endMin: 1440 }) as OpeningRule) },
      'appointment.outside_opening_hours',
      { startMin: 1440, endMin: 1440, reason: { kind: 'closed' } },
    ],
    [
      'absent, without the private note',
      {},
      { absences: [training] },
      'appointment.practitioner_absent',
      { startMin: 540, endMin: 1080, absenceId: 'a1', reason: 'training', returnsAt: '2026-03-04T08:00:00.000Z' },
    ],
    ['a holiday', { day: '2026-05-01' }, {}, 'appointment.public_holiday', { holiday: 'labour_day' }],
    [
      'not hers',
      {},
      { motif: { ...context.motif, resourceIds: ['leroy'] } },
      'appointment.motif_not_offered',
      { motifId: 'consultation' },
    ],
    [
      'no longer used',
      {},
      { motif: { ...context.motif, active: false } },
      'appointment.motif_not_offered',
      { motifId: 'consultation' },
    ],
    ['another motif', { motifId: 'echo' }, {}, 'appointment.motif_not_offered', { motifId: 'echo' }],
    [
      'her other visit',
      {},
      { patient: { busy: [{ startMin: 595, endMin: 605 }] } },
      'appointment.patient_busy',
      { startMin: 595, endMin: 605 },
    ],
    [
      'her visits in agendas that are not for whoever asks, without times, said once',
      {},
      {
        patient: {
          busy: [
            { startMin: 595, endMin: 605, isElsewhere: true },
            { startMin: 610, endMin: 625, isElsewhere: true },
          ],
        },
      },
      'appointment.patient_busy',
      { startMin: null, endMin: null },
    ],
    ['taken', {}, { busy: [{ startMin: 610, endMin: 630 }] }, 'appointment.slot_taken', { startMin: 610, endMin: 630 }],
    [
      'left',
      {},
      { resource: { id: 'martin', active: false } },
      'appointment.resource_inactive',
      { resourceId: 'martin' },
    ],
    [
      'another resource',
      {},
      { resource: { id: 'leroy', active: true } },
      'appointment.resource_inactive',
      { resourceId: 'martin' },
    ],
    ['too far', { day: '2028-03-03' }, {}, 'appointment.too_far', { lastDay: '2028-03-02' }],
    ['yesterday', { day: '2026-02-27' }, {}, 'appointment.in_the_past', { today: '2026-03-02' }],
  ])('%s', (_name, more, around, code, details) => {
    expect(refuse(more, around)).toEqual([{ code, details }]);
  });

  test('a local time that does not exist', () => {
    const codes = refuse({ day: '2026-03-29', startMin: 150 }).map(({ code }) => code);
    expect(codes).toEqual(['appointment.nonexistent_local_time', 'appointment.outside_opening_hours']);
  });

  test('the day of the site decides what is past, not that of the server', () => {
    const now = new Date('2026-03-02T22:30:00Z');
    const noumea = refuse({ day: '2026-03-02' }, { zone: 'Pacific/Noumea', holidayZone: 'FR-NC', now });
    expect(noumea).toEqual([{ code: 'appointment.in_the_past', details: { today: '2026-03-03' } }]);
    expect(refuse({ day: '2026-03-02' }, { zone: 'America/Martinique', holidayZone: 'FR-MQ', now })).toEqual([]);
  });
});

test('every reason comes at once', () => {
  const refusals = refuse(
    { day: '2025-05-01', startMin: 1070, durationMin: 30, motifId: 'echo' },
    {
      resource: { id: 'martin', active: false },
      absences: [{ ...training, startsAt: '2025-05-01T08:00:00Z', endsAt: '2025-05-01T17:00:00Z' }],
      busy: [
        { startMin: 1060, endMin: 1075 },
        { startMin: 1090, endMin: 1120 },
        { startMin: 1100, endMin: 1110 },
      ],
    },
  );
  expect(refusals.map(({ code }) => code)).toEqual([
    'appointment.in_the_past',
    'appointment.resource_inactive',
    'appointment.motif_not_offered',
    'appointment.public_holiday',
    'appointment.practitioner_absent',
    'appointment.outside_opening_hours',
    'appointment.slot_taken',
    'appointment.slot_taken',
  ]);
});

describe('a walk-in', () => {
  const evening = { day: '2026-03-02', startMin: 1100 };
  const monday = { ...training, startsAt: '2026-03-02T16:00:00Z', endsAt: '2026-03-02T20:00:00Z' };

  test.each([
    ['after hours', evening, {}, []],
    ['on a holiday', { day: '2026-05-01' }, { now: new Date('2026-05-01T09:00:00Z') }, []],
    ['over a visit', evening, { busy: [{ startMin: 1090, endMin: 1110 }] }, ['appointment.slot_taken']],
    ['absent practitioner', evening, { absences: [monday] }, ['appointment.practitioner_absent']],
    ['past midnight', { day: '2026-03-02', startMin: 1430 }, {}, ['appointment.outside_opening_hours']],
    ['of tomorrow', { startMin: 1100 }, {}, ['appointment.walk_in_not_today', 'appointment.outside_opening_hours']],
    ['of tomorrow, within the hours', {}, {}, ['appointment.walk_in_not_today']],
    ['of yesterday', { day: '2026-02-27' }, {}, ['appointment.in_the_past']],
  ])('%s', (_name, more, around, codes) => {
    expect(refuse(more, { ...around, walkIn: true }).map(({ code }) => code)).toEqual(codes);
  });
});

test.each([
  ['2026-03-02', '2028-03-02'],
  ['2026-02-28', '2028-02-28'],
  ['2024-02-29', '2026-02-28'],
])('from %s one books until %s', (today, last) => {
  expect(lastBookableDay(today)).toBe(last);
});

test('every place on offer can be booked', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  const span = fc.tuple(minute, minute).map(([a, b]) => ({ startMin: Math.min(a, b), endMin: Math.max(a, b) }));
  const rules = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), span), { minLength: 1, maxLength: 10 });
  const firstDay = fc.constantFrom('2026-03-02', '2026-03-27', '2026-05-06', '2026-10-23', '2026-12-24');
  fc.assert(
    fc.property(
      rules,
      fc.array(span, { maxLength: 4 }),
      firstDay,
      fc.integer({ min: 1, max: 120 }),
      fc.boolean(),
      (list, busy, from, durationMin, away) => {
        const around: BookingContext = {
          ...context,
          rules: list.map(([isodow, hours]) => ({
            resourceId: 'martin',
            isodow,
            ...hours,
            validFrom: null,
            validTo: null,
          })),
          absences: away
            ? [{ ...training, startsAt: `${addDays(from, 1)}T08:00:00Z`, endsAt: `${addDays(from, 2)}T10:20:00Z` }]
            : [],
          busy,
        };
        const days = [0, 1, 2, 3, 4, 5, 6].map((n) => {
          const day = addDays(from, n);
          const gaps = freeGaps(openIntervals({ ...around, resourceId: 'martin', day }), busy);
          return { resourceId: 'martin', day, kinds: [{ gaps, durationMin, gridMin: 5 }] };
        });
        const slots = nextFreeSlots({
          days,
          notBefore: { day: from, minutes: 0 },
          limit: 50,
          skip: 0,
        });
        for (const { day, startMin } of slots) {
          expect(bookingRefusals({ ...request, day, startMin, durationMin }, around)).toEqual([]);
        }
      },
    ),
  );
});
