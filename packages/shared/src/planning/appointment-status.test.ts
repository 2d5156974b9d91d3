import { describe, expect, test } from '@jest/globals';
import { roles } from '../access/roles.js';
import {
  type AppointmentStatus,
  appointmentStatuses,
  canBeNoShow,
  canTransition,
  isActive,
  transitionAllowedFor,
  transitionsFrom,
  waitedMinutes,
} from './appointment-status.js';

const table: Record<AppointmentStatus, AppointmentStatus[]> = {
  requested: ['booked', 'cancelled'],
  booked: ['confirmed', 'arrived', 'in_consultation', 'no_show', 'cancelled'],
  confirmed: ['arrived', 'in_consultation', 'no_show', 'cancelled'],
  arrived: ['in_consultation', 'left'],
  left: ['arrived'],
  in_consultation: ['to_collect', 'done'],
  to_collect: ['done'],
  done: [],
  no_show: ['arrived'],
  cancelled: ['booked'],
};
const pairs = appointmentStatuses.flatMap((from) => appointmentStatuses.map((to) => [from, to] as const));
const steps = pairs.filter(([from, to]) => table[from].includes(to));

test.each(pairs)('%s to %s', (from, to) => {
  expect(canTransition(from, to)).toBe(table[from].includes(to));
});

test('the menu of a status lists its steps', () => {
  for (const status of appointmentStatuses) expect(transitionsFrom(status)).toEqual(table[status]);
});

describe('who may make a step', () => {
  const allowed = (role: (typeof roles)[number], ownVisit: boolean) =>
    steps.filter(([from, to]) => transitionAllowedFor([role], ownVisit, from, to)).map((step) => step.join('>'));
  const all = steps.map((step) => step.join('>'));

  test.each([
    ['secretary', false, all],
    ['coordinator', false, all],
    ['practitioner', true, all],
    ['practitioner', false, []],
    ['nurse', false, all.filter((step) => step !== 'to_collect>done')],
    [
      'remote_secretary',
      false,
      [
        'requested>booked',
        'requested>cancelled',
        'booked>confirmed',
        'booked>cancelled',
        'confirmed>cancelled',
        'cancelled>booked',
      ],
    ],
    ['admin', true, []],
    ['accountant', true, []],
  ] as const)('%s, own visit %s', (role, ownVisit, expected) => {
    expect(allowed(role, ownVisit)).toEqual(expected);
  });

  test('no role makes a step the table does not have, and no role makes none at all', () => {
    for (const [from, to] of pairs) {
      if (!table[from].includes(to)) expect(transitionAllowedFor(roles, true, from, to)).toBe(false);
      expect(transitionAllowedFor([], true, from, to)).toBe(false);
    }
  });

  test('several roles add up', () => {
    expect(transitionAllowedFor(['remote_secretary', 'practitioner'], true, 'booked', 'arrived')).toBe(true);
    expect(transitionAllowedFor(['remote_secretary', 'practitioner'], false, 'booked', 'arrived')).toBe(false);
  });
});

test.each([
  ['2026-03-02T07:59:59Z', false],
  ['2026-03-02T08:00:00Z', false],
  ['2026-03-02T08:00:01Z', true],
])('at %s a visit of 08:00Z may be noted absent: %s', (now, expected) => {
  expect(canBeNoShow('2026-03-02T09:00:00+01:00', new Date(now))).toBe(expected);
});

test('only a cancelled visit gives its place back', () => {
  expect(appointmentStatuses.filter((status) => !isActive(status))).toEqual(['cancelled']);
});

test.each([
  ['2026-03-02T09:30:00Z', new Date('2026-03-02T09:42:30Z'), 12],
  ['2026-03-02T10:30:00+01:00', '2026-03-02T09:35:59Z', 5],
  ['2026-03-02T09:43:00Z', new Date('2026-03-02T09:42:30Z'), 0],
])('arrived %s, until %s: waited %i', (arrivedAt, until, minutes) => {
  expect(waitedMinutes(arrivedAt, until)).toBe(minutes);
});
