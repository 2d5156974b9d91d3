import { describe, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { type DayPlanQuestion, planOf } from './day-plan';

const clock = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const visit = (id: string, start: string, status: AppointmentCard['status'], minutes = 20, urgent = false) =>
  ({
    id,
    status,
    urgent,
    startMin: clock(start),
    endMin: clock(start) + minutes,
    endsAt: new Date(Date.parse(`2026-03-02T${start}:00+01:00`) + minutes * 60_000).toISOString(),
  }) as AppointmentCard;

const morning = [
  visit('petit', '10:00', 'to_collect'),
  visit('absent', '09:20', 'no_show'),
  visit('gone', '09:30', 'cancelled'),
  visit('sall', '10:20', 'in_consultation'),
  visit('kaya', '10:40', 'arrived'),
  visit('amar', '11:00', 'arrived', 10, true),
  visit('roussel', '11:10', 'confirmed'),
  visit('lefebvre', '11:50', 'confirmed', 10),
];
const plan = (question: Partial<DayPlanQuestion> = {}) =>
  planOf({
    visits: morning,
    latenessMinutes: 15,
    open: [{ startMin: clock('8:00'), endMin: clock('12:00') }],
    nowMin: clock('10:42'),
    ...question,
  });
const told = (question?: Partial<DayPlanQuestion>) =>
  plan(question).rest.map((row) => (row.kind === 'visit' ? row.visit.id : `free ${row.startMin} ${row.minutes}`));

describe('the morning of the pictures', () => {
  test('counts what was not cancelled, and what is over for the practitioner', () => {
    expect(plan()).toMatchObject({ total: 7, seen: 1 });
  });

  test('ends with the last visit, lateness included', () => {
    expect(plan().endsAt).toEqual(new Date('2026-03-02T12:15:00+01:00'));
  });

  test('urgent first, the one under way, then who waits by the hour given', () => {
    const { urgent, inRoom, next } = plan();
    expect([urgent, inRoom].map((list) => list.map(({ id }) => id))).toEqual([['amar'], ['sall']]);
    expect(next?.id).toBe('kaya');
  });

  test('the rest by hour with the free time between, none of it past', () => {
    expect(told()).toEqual(['roussel', 'free 690 20', 'lefebvre']);
    expect(told({ visits: [], nowMin: clock('11:42') })).toEqual(['free 705 15']);
    expect(told({ visits: [], nowMin: clock('11:51') })).toEqual([]);
  });
});

describe('who is next', () => {
  const expected = [visit('roussel', '11:10', 'confirmed')];

  test('an empty room calls whoever is expected', () => {
    expect(plan({ visits: expected }).next?.id).toBe('roussel');
    expect(told({ visits: expected, open: [] })).toEqual([]);
  });

  test('nobody who is still on the way while somebody is in, or urgent', () => {
    expect(plan({ visits: [visit('sall', '10:20', 'in_consultation'), ...expected] }).next).toBeNull();
    expect(plan({ visits: [visit('amar', '11:00', 'arrived', 10, true), ...expected] }).next).toBeNull();
  });

  test('a day that is over has no next, no end and no rest', () => {
    expect(plan({ visits: [visit('petit', '10:00', 'done')], open: [] })).toMatchObject({
      next: null,
      endsAt: null,
      rest: [],
      seen: 1,
    });
  });
});
