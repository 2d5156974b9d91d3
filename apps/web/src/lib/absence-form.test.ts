import { expect, test } from '@jest/globals';
import { readAbsence, type TypedAbsence } from './absence-form';

const typed = (change: Partial<TypedAbsence>): TypedAbsence => ({
  resourceId: 'column',
  fromDay: '',
  fromTime: '',
  toDay: '',
  toTime: '',
  reason: 'leave',
  note: '',
  ...change,
});
const read = (change: Partial<TypedAbsence>) =>
  readAbsence(typed(change), new Date('2026-03-02T09:42:00Z'), 'Europe/Paris');

test.each([
  ['one whole day', { fromDay: '12/03' }, ['2026-03-12', 0, '2026-03-12', 1440]],
  ['several whole days', { fromDay: '09/03/2026', toDay: '13/03/2026' }, ['2026-03-09', 0, '2026-03-13', 1440]],
  ['an afternoon', { fromDay: 'demain', fromTime: '14h', toTime: '18h30' }, ['2026-03-03', 840, '2026-03-03', 1110]],
])('%s', (_, change, expected) => {
  const { request, faults } = read(change);
  expect(faults).toEqual({});
  expect(request && [request.fromDay, request.fromMin, request.toDay, request.toMin]).toEqual(expected);
});

test.each([
  ['nothing typed', {}, { fromDay: 'day_unreadable' }],
  ['no such day', { fromDay: '31/02/2026', toDay: 'x' }, { fromDay: 'day_unreadable', toDay: 'day_unreadable' }],
  [
    'no such hour',
    { fromDay: '12/03', fromTime: '25h', toTime: 'x' },
    { fromTime: 'time_unreadable', toTime: 'time_unreadable' },
  ],
  ['the last day first', { fromDay: '12/03', toDay: '10/03/2026' }, { toDay: 'end_before_start' }],
  ['the last hour first', { fromDay: '12/03', fromTime: '14h', toTime: '9h' }, { toTime: 'end_before_start' }],
  ['a day gone by', { fromDay: '27/02/2026' }, { toDay: 'in_the_past' }],
  ['this morning, over by now', { fromDay: '02/03/2026', fromTime: '8h', toTime: '10h' }, { toTime: 'in_the_past' }],
  ['three years', { fromDay: '12/03', toDay: '12/03/2029' }, { toDay: 'too_long' }],
  ['an hour that spring skips', { fromDay: '29/03/2026', fromTime: '2h30' }, { fromTime: 'nonexistent' }],
])('%s is told at its field', (_, change, faults) => {
  expect(read(change)).toMatchObject({ request: null, faults });
});
