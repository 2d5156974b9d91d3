import { expect, test } from '@jest/globals';
import { absenceSpan } from './absence-span.js';

const now = new Date('2026-03-02T09:42:00Z');
const span = (fromDay: string, fromMin: number, toDay: string, toMin: number) =>
  absenceSpan({ fromDay, fromMin, toDay, toMin }, 'Europe/Paris', now);

test.each([
  ['an afternoon', '2026-03-03', 840, '2026-03-03', 1080, '2026-03-03T13:00:00.000Z', '2026-03-03T17:00:00.000Z'],
  ['a whole day', '2026-03-04', 0, '2026-03-04', 1440, '2026-03-03T23:00:00.000Z', '2026-03-04T23:00:00.000Z'],
  ['begun this morning', '2026-03-02', 480, '2026-03-02', 1080, '2026-03-02T07:00:00.000Z', '2026-03-02T17:00:00.000Z'],
  ['two years', '2026-03-04', 0, '2028-03-04', 1440, '2026-03-03T23:00:00.000Z', '2028-03-04T23:00:00.000Z'],
  ['the day of 23 hours', '2026-03-29', 0, '2026-03-29', 1440, '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
] as const)('%s', (_, fromDay, fromMin, toDay, toMin, startsAt, endsAt) => {
  expect(span(fromDay, fromMin, toDay, toMin)).toEqual({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
});

test.each([
  ['ends before it starts', '2026-03-03', 840, '2026-03-03', 800, 'absence.end_before_start'],
  ['lasts no time', '2026-03-03', 840, '2026-03-03', 840, 'absence.end_before_start'],
  ['is over since yesterday', '2026-02-27', 0, '2026-03-01', 1440, 'absence.in_the_past'],
  ['ends this very minute', '2026-03-02', 480, '2026-03-02', 642, 'absence.in_the_past'],
  ['lasts two years and a day', '2026-03-04', 0, '2028-03-05', 480, 'absence.too_long'],
  ['starts in the hour that spring skips', '2026-03-29', 150, '2026-03-30', 0, 'appointment.nonexistent_local_time'],
  ['ends in it', '2026-03-28', 0, '2026-03-29', 150, 'appointment.nonexistent_local_time'],
] as const)('one that %s is refused', (_, fromDay, fromMin, toDay, toMin, code) => {
  expect(span(fromDay, fromMin, toDay, toMin)).toMatchObject({ code });
});
