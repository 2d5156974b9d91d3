import { expect, test } from '@jest/globals';
import { appointmentStatuses } from './appointment-status.js';
import { expectedStart, warningState } from './lateness.js';

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

test.each([
  ['a quarter of an hour late: she is told', '2026-03-02T11:00:00Z', 'booked', 15, null, 'to_warn'],
  ['ten minutes: nobody is called for that', '2026-03-02T11:00:00Z', 'booked', 10, null, null],
  ['she is there', '2026-03-02T11:00:00Z', 'arrived', 40, null, null],
  ['she is with the doctor', '2026-03-02T09:00:00Z', 'in_consultation', 40, null, null],
  ['cancelled', '2026-03-02T11:00:00Z', 'cancelled', 40, null, null],
  ['not confirmed by the desk yet', '2026-03-02T11:00:00Z', 'requested', 40, null, null],
  ['her hour strikes now: she is on her way', '2026-03-02T09:42:00Z', 'confirmed', 40, null, null],
  ['told, and nothing changed', '2026-03-02T11:00:00Z', 'confirmed', 20, 20, 'told'],
  ['told, and fifteen minutes more', '2026-03-02T11:00:00Z', 'confirmed', 35, 20, 'told'],
  ['told, and twenty minutes more: told again', '2026-03-02T11:00:00Z', 'confirmed', 40, 20, 'to_warn_again'],
  ['told again, and it holds', '2026-03-02T11:00:00Z', 'confirmed', 40, 40, 'told'],
  ['told, and the doctor made up for it', '2026-03-02T11:00:00Z', 'confirmed', 0, 20, 'told'],
  ['her first hour is over, the one she was told is not', '2026-03-02T09:30:00Z', 'booked', 60, 20, 'to_warn_again'],
  ['both are over: she is on her way', '2026-03-02T09:20:00Z', 'booked', 60, 20, 'told'],
  ['told, then came', '2026-03-02T11:00:00Z', 'arrived', 40, 20, null],
] as const)('%s', (_, startsAt, status, late, told, state) => {
  expect(warningState(startsAt, status, late, told, now)).toBe(state);
});
