import { expect, test } from '@jest/globals';
import { absenceEnds } from './absence-ends';

test.each([
  ['whole days', '2026-03-08T23:00:00.000Z', '2026-03-13T23:00:00.000Z', ['2026-03-09', null], ['2026-03-13', null]],
  ['an afternoon', '2026-03-03T13:00:00.000Z', '2026-03-03T17:00:00.000Z', ['2026-03-03', 840], ['2026-03-03', 1080]],
  [
    'a noon to an evening’s end',
    '2026-03-03T11:00:00Z',
    '2026-03-03T23:00:00Z',
    ['2026-03-03', 720],
    ['2026-03-03', null],
  ],
])('%s', (_, startsAt, endsAt, from, to) => {
  const ends = absenceEnds({ startsAt, endsAt }, 'Europe/Paris');
  expect([ends.from.day, ends.from.minutes]).toEqual(from);
  expect([ends.to.day, ends.to.minutes]).toEqual(to);
});
