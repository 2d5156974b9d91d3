import { describe, expect, test } from '@jest/globals';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { boardOf, halfDays, medianOf, waitScale, waitsOf } from './board';

const at = (time: string) => `2026-03-02T${time}:00+01:00`;
const visit = (id: string, fields: Partial<AppointmentCard>) =>
  ({ id, status: 'booked', urgent: false, startMin: 600, arrivedAt: null, ...fields }) as AppointmentCard;
const ids = (visits: readonly AppointmentCard[]) => visits.map(({ id }) => id);

describe('the four lists', () => {
  test('present: urgent first, then whoever waits longest, whatever the hour given', () => {
    const board = boardOf([
      visit('simon', { status: 'arrived', arrivedAt: at('10:41'), startMin: 650 }),
      visit('faure', { status: 'arrived', arrivedAt: at('10:08'), startMin: 600 }),
      visit('amar', { status: 'arrived', arrivedAt: at('10:39'), startMin: 660, urgent: true }),
      visit('kaya', { status: 'arrived', arrivedAt: at('10:30'), startMin: 590 }),
    ]);
    expect(ids(board.present)).toEqual(['amar', 'faure', 'kaya', 'simon']);
  });

  test('expected: booked and confirmed by hour; a request is not expected yet', () => {
    const board = boardOf([
      visit('late', { startMin: 700 }),
      visit('asked', { status: 'requested', startMin: 500 }),
      visit('early', { status: 'confirmed', startMin: 640 }),
    ]);
    expect(ids(board.expected)).toEqual(['early', 'late']);
  });

  test('a visit stands in one list only', () => {
    const statuses = ['arrived', 'in_consultation', 'to_collect', 'done', 'no_show', 'left', 'cancelled'] as const;
    const board = boardOf(statuses.map((status) => visit(status, { status })));
    expect(
      Object.values(board)
        .flatMap((list) => ids(list))
        .sort(),
    ).toEqual([...statuses].sort());
  });
});

describe('waiting', () => {
  test.each([
    [[], null],
    [[7], 7],
    [[3, 34, 12, 9, 1], 9],
    [[10, 21], 16],
  ])('the median of %j is %j', (waits, median) => {
    expect(medianOf(waits)).toBe(median);
  });

  test('counts whole minutes from the arrival, and leaves out an arrival nobody noted', () => {
    const present = [visit('a', { arrivedAt: at('10:30') }), visit('b', { arrivedAt: null })];
    expect(waitsOf(present, new Date(at('10:42')))).toEqual([12]);
  });

  test.each([
    [30, 40],
    [20, 40],
    [45, 60],
    [60, 80],
  ])('an alert at %i min is drawn on a scale of %i', (alert, scale) => {
    expect(waitScale(alert)).toBe(scale);
  });
});

describe('the half day under way', () => {
  const expected = [visit('m', { startMin: 719 }), visit('a', { startMin: 720 })];

  test('before noon the afternoon comes after', () => {
    const { part, soon, later } = halfDays(expected, 642);
    expect([part, ids(soon), ids(later)]).toEqual(['morning', ['m'], ['a']]);
  });

  test('after noon somebody of the morning is still expected', () => {
    const { part, soon, later } = halfDays(expected, 720);
    expect([part, ids(soon), ids(later)]).toEqual(['afternoon', ['m', 'a'], []]);
  });
});
