import { expect, test } from '@jest/globals';
import { appointmentStatuses } from './appointment-status.js';
import { expectedStart } from './lateness.js';

const now = new Date('2026-03-02T09:42:00Z');

test.each([
  ['2026-03-02T09:40:00Z', 'arrived', 15, '2026-03-02T09:55:00.000Z'],
  ['2026-03-02T10:40:00+01:00', 'arrived', 15, '2026-03-02T09:55:00.000Z'],
  ['2026-03-02T09:40:00Z', 'arrived', 0, '2026-03-02T09:42:00.000Z'],
  ['2026-03-02T09:20:00Z', 'confirmed', 15, '2026-03-02T09:35:00.000Z'],
  ['2026-03-02T13:00:00Z', 'booked', 35, '2026-03-02T13:35:00.000Z'],
  ['2026-03-02T13:00:00Z', 'booked', -10, '2026-03-02T13:00:00.000Z'],
] as const)('%s, %s, %i minutes late: %s', (startsAt, status, late, expected) => {
  expect(expectedStart(startsAt, status, late, now)?.toISOString()).toBe(expected);
});

test('only visits still to come have an expected time', () => {
  const expecting = appointmentStatuses.filter((status) => expectedStart('2026-03-02T10:00:00Z', status, 5, now));
  expect(expecting).toEqual(['booked', 'confirmed', 'arrived']);
});
