import { expect, test } from '@jest/globals';
import { outsideAbsences, outsideBusy } from './outside-busy.js';

const calendarId = '0199d7e2-0000-7000-8abc-0123456789ab';
const resourceId = '0199d7e2-0000-7000-8000-000000000001';
const minuteOf = (instant: string) => Date.parse(instant) / 60_000;

test('stretches of a calendar elsewhere are absences with an id each', () => {
  const busy = outsideBusy.parse({
    ...{ calendarId, resourceId },
    spans: [
      [minuteOf('2026-03-02T08:00:00Z'), 60],
      [minuteOf('2026-03-02T10:00:00Z'), 1440],
    ],
  });
  const absences = outsideAbsences([busy]);
  expect(absences.map(({ startsAt, endsAt, reason, note }) => [startsAt, endsAt, reason, note])).toEqual([
    ['2026-03-02T08:00:00.000Z', '2026-03-02T09:00:00.000Z', 'outside', ''],
    ['2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z', 'outside', ''],
  ]);
  const ids = absences.map(({ id }) => outsideBusy.shape.calendarId.parse(id));
  expect(new Set([...ids, calendarId]).size).toBe(3);
});
