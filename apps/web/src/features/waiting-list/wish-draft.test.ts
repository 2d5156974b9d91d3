import { describe, expect, test } from '@jest/globals';
import { blankWish, readDay, readWish, type TypedWish, type WishReading } from './wish-draft';

const today = '2026-03-02';
const patient = {
  ...{ id: 'p', usedName: 'DELMAS', birthName: 'DELMAS', firstName: 'Irène' },
  ...{ sex: 'F' as const, birthDate: '1971-04-02' },
};
const typed: TypedWish = { ...blankWish({ patient }, undefined, String), motifId: 'm', minutes: '20' };

describe('a wish as it is typed', () => {
  test('without anything more she waits from today, any time, as long as it takes', () => {
    expect(readWish(typed, today)).toEqual({
      faults: {},
      fromDay: today,
      toDay: null,
      wish: {
        ...{ motifId: 'm', durationMin: 20, resourceIds: [], fromDay: today, toDay: null, times: [] },
        ...{ noticeMin: 0, urgency: 'normal', appointmentId: null, note: '' },
      },
    } satisfies WishReading);
  });

  test.each<[string, Partial<TypedWish>, WishReading['faults']]>([
    ['nobody', { patient: null }, { patient: 'missing' }],
    ['no motif', { motifId: '' }, { motifId: 'missing' }],
    ['minutes in words', { minutes: 'vingt' }, { minutes: 'unreadable' }],
    ['minutes of a day', { minutes: '900' }, { minutes: 'unreadable' }],
    ['a day that is none', { fromDay: '31/02' }, { fromDay: 'unreadable' }],
    ['an end that is over', { toDay: '01/03/2026' }, { toDay: 'over' }],
    ['an end before the beginning', { fromDay: '10/03', toDay: '09/03' }, { toDay: 'before_start' }],
    ['an hour that is none', { fromTime: '25:00' }, { fromTime: 'unreadable' }],
    ['hours that leave nothing', { halves: ['2m'], fromTime: '14h' }, { toTime: 'no_time' }],
  ])('%s', (_name, part, faults) => {
    const reading = readWish({ ...typed, ...part }, today);
    expect([reading.faults, reading.wish]).toEqual([faults, null]);
  });

  test('finer times than the form ticks are sent as they are', () => {
    const ownTimes = [{ isodow: 1, startMin: 545, endMin: 600 }];
    expect(readWish({ ...typed, ownTimes }, today).wish?.times).toEqual(ownTimes);
  });
});

test.each([
  ['12/03', '2026-03-12'],
  ['01/02', '2027-02-01'],
  ['120326', '2026-03-12'],
  ['12/03/2027', '2027-03-12'],
  ['32/01', null],
  ['bientôt', null],
])('the day « %s »', (text, day) => {
  expect(readDay(text, today)).toBe(day);
});
