import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  clockChange,
  dayBounds,
  daysBetween,
  isoWeekday,
  isRealDay,
  todayIn,
  toInstant,
  toLocal,
} from './zone.js';

const zones = [
  'Europe/Paris',
  'Indian/Reunion',
  'Indian/Mayotte',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'Pacific/Noumea',
  'Pacific/Tahiti',
];
const someDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));

describe('local time to instant', () => {
  test.each([
    ['2026-01-15', 480, 'Europe/Paris', '2026-01-15T07:00:00.000Z'],
    ['2026-07-15', 480, 'Europe/Paris', '2026-07-15T06:00:00.000Z'],
    ['2026-01-15', 480, 'Indian/Reunion', '2026-01-15T04:00:00.000Z'],
    ['2026-07-15', 480, 'Indian/Reunion', '2026-07-15T04:00:00.000Z'],
    ['2026-07-15', 480, 'America/Martinique', '2026-07-15T12:00:00.000Z'],
    ['2026-01-15', 480, 'America/Cayenne', '2026-01-15T11:00:00.000Z'],
    ['2026-01-15', 480, 'Indian/Mayotte', '2026-01-15T05:00:00.000Z'],
    ['2026-01-15', 480, 'Pacific/Noumea', '2026-01-14T21:00:00.000Z'],
    ['2026-01-15', 480, 'Pacific/Tahiti', '2026-01-15T18:00:00.000Z'],
    ['2026-01-15', 480, 'America/Miquelon', '2026-01-15T11:00:00.000Z'],
    ['2026-07-15', 480, 'America/Miquelon', '2026-07-15T10:00:00.000Z'],
    ['2026-03-02', 1440, 'Europe/Paris', '2026-03-02T23:00:00.000Z'],
    ['2026-03-29', 119, 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', 180, 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', 120, 'Europe/Paris', '2026-10-25T00:00:00.000Z'],
    ['2026-10-25', 150, 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', 180, 'Europe/Paris', '2026-10-25T02:00:00.000Z'],
    ['2026-11-01', 90, 'America/Miquelon', '2026-11-01T03:30:00.000Z'],
  ])('%s at minute %i in %s is %s', (day, minutes, zone, instant) => {
    expect(toInstant(day, minutes, zone)?.toISOString()).toBe(instant);
  });

  test.each([
    ['2026-03-29', 120, 'Europe/Paris'],
    ['2026-03-29', 150, 'Europe/Paris'],
    ['2026-03-29', 179, 'Europe/Paris'],
    ['2026-03-08', 150, 'America/Miquelon'],
  ])('%s at minute %i never comes in %s', (day, minutes, zone) => {
    expect(toInstant(day, minutes, zone)).toBeNull();
  });

  test('every instant of the French zones, read on the wall, is found again or is the second of a doubled hour', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 1439 }), fc.constantFrom(...zones), (day, minutes, zone) => {
        const instant = toInstant(day, minutes, zone);
        if (!instant) {
          const change = clockChange(day, zone);
          expect(change && minutes >= change.fromMin && minutes < change.toMin).toBe(true);
          return;
        }
        expect(toLocal(instant, zone)).toEqual({ day, minutes });
        const earlier = new Date(instant.getTime() - 3_600_000);
        expect(toLocal(earlier, zone)).not.toEqual({ day, minutes });
      }),
    );
  });

  test.each([
    ['2026-02-29', 0, 'Europe/Paris'],
    ['2026-02-28', 1441, 'Europe/Paris'],
    ['2026-02-28', -1, 'Europe/Paris'],
    ['2026-02-28', 10.5, 'Europe/Paris'],
    ['2026-02-28', 10, 'Europe/Lille'],
  ])('%s, %d, %s is refused', (day, minutes, zone) => {
    expect(() => toInstant(day, minutes, zone)).toThrow(RangeError);
  });
});

describe('instant to local time', () => {
  test.each([
    ['2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-25', 150],
    ['2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-25', 150],
    ['2026-03-02T23:00:00Z', 'Europe/Paris', '2026-03-03', 0],
    ['2026-03-02T22:59:59.999Z', 'Europe/Paris', '2026-03-02', 1439],
    ['2026-03-02T20:00:00Z', 'Indian/Reunion', '2026-03-03', 0],
    ['2026-03-03T03:59:00Z', 'America/Martinique', '2026-03-02', 1439],
    ['2026-03-02T13:00:00Z', 'Pacific/Noumea', '2026-03-03', 0],
  ])('%s in %s is %s at minute %i', (instant, zone, day, minutes) => {
    expect(toLocal(new Date(instant), zone)).toEqual({ day, minutes });
    expect(todayIn(zone, new Date(instant))).toBe(day);
  });
});

describe('bounds of a day', () => {
  test.each([
    ['2026-03-29', 'Europe/Paris', 23],
    ['2026-10-25', 'Europe/Paris', 25],
    ['2026-03-28', 'Europe/Paris', 24],
    ['2026-03-29', 'Indian/Reunion', 24],
    ['2026-03-08', 'America/Miquelon', 23],
    ['2026-11-01', 'America/Miquelon', 25],
    ['2026-04-24', 'Africa/Cairo', 23],
  ])('%s in %s lasts %i hours', (day, zone, hours) => {
    const { start, end } = dayBounds(day, zone);
    expect((end.getTime() - start.getTime()) / 3_600_000).toBe(hours);
    expect(toLocal(start, zone).day).toBe(day);
    expect(toLocal(new Date(end.getTime() - 1), zone)).toEqual({ day, minutes: 1439 });
  });

  test('where midnight is skipped the day begins at the change', () => {
    expect(toInstant('2026-04-24', 0, 'Africa/Cairo')).toBeNull();
    expect(dayBounds('2026-04-24', 'Africa/Cairo').start.toISOString()).toBe('2026-04-23T22:00:00.000Z');
  });

  test.each([
    ['2026-03-29', 'Europe/Paris', { at: new Date('2026-03-29T01:00:00Z'), fromMin: 120, toMin: 180 }],
    ['2026-10-25', 'Europe/Paris', { at: new Date('2026-10-25T01:00:00Z'), fromMin: 180, toMin: 120 }],
    ['2026-04-24', 'Africa/Cairo', { at: new Date('2026-04-23T22:00:00Z'), fromMin: 0, toMin: 60 }],
    ['2026-03-02', 'Europe/Paris', null],
  ])('clock change of %s in %s', (day, zone, change) => {
    expect(clockChange(day, zone)).toEqual(change);
  });
});

describe('calendar days', () => {
  test.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-4-3', false],
    ['', false],
    ['2026-04-03T00:00', false],
  ])('%s is a real day: %s', (text, real) => {
    expect(isRealDay(text)).toBe(real);
  });

  test.each([
    ['2026-03-02', 1, '2026-03-03', 1],
    ['2026-03-28', 2, '2026-03-30', 6],
    ['2026-12-31', 1, '2027-01-01', 4],
    ['2026-03-01', -1, '2026-02-28', 7],
  ])('%s plus %i is %s; its weekday is %i', (day, n, later, weekday) => {
    expect(addDays(day, n)).toBe(later);
    expect(isoWeekday(day)).toBe(weekday);
    expect(daysBetween(day, later)).toBe(n);
  });

  test('adding days never depends on a clock change', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -800, max: 800 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(isoWeekday(addDays(day, 7))).toBe(isoWeekday(day));
      }),
    );
  });
});
