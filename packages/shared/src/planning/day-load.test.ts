import { describe, expect, test } from '@jest/globals';
import { toInstant } from '../time/zone.js';
import { dayLoad, occupancyOf, occupancyPercent } from './day-load.js';
import type { TakenSpan } from './free-day.js';
import type { AbsenceSpan, OpeningRule } from './practice-day.js';

const resourceId = 'martin';
const zone = 'Europe/Paris';
const rule = (isodow: number, startMin: number, endMin: number): OpeningRule => ({
  ...{ resourceId, isodow, startMin, endMin, validFrom: null, validTo: null },
});
const week = [1, 2, 3, 4, 5].flatMap((isodow) => [rule(isodow, 480, 720), rule(isodow, 840, 1080)]);
const at = (day: string, minute: number) => toInstant(day, minute, zone)?.toISOString() ?? '';
const taken = (day: string, startMin: number, endMin: number) => ({
  startsAt: at(day, startMin),
  endsAt: at(day, endMin),
});
const leave = (fromDay: string, fromMin: number, toDay: string, toMin: number): AbsenceSpan => ({
  ...{ id: 'leave', resourceId, reason: 'leave', note: '' },
  ...{ startsAt: at(fromDay, fromMin), endsAt: at(toDay, toMin) },
});
const before = { day: '2026-03-01', minutes: 0 };
const load = (
  day: string,
  {
    spans = [],
    absences = [],
    now = before,
  }: { spans?: TakenSpan[]; absences?: AbsenceSpan[]; now?: typeof before } = {},
) => dayLoad({ resourceId, day, zone, holidayZone: 'FR', rules: week, absences }, spans, now);

describe('how full a day is', () => {
  test('counts the minutes of the openings that visits take, two at once counted once', () => {
    const monday = load('2026-03-02', {
      spans: [
        taken('2026-03-02', 480, 540),
        taken('2026-03-02', 500, 560),
        // In the break, and on another day: neither takes an opening.
        taken('2026-03-02', 750, 780),
        taken('2026-03-03', 480, 720),
      ],
    });
    expect(monday).toMatchObject({ openMinutes: 480, bookedMinutes: 80, occupancy: 16, holes: 2, closed: null });
    expect(monday.free).toEqual({ longest: 240, morning: 160, afternoon: 240 });
  });

  test('a minute left is never a full day, and a crumb is no hole', () => {
    const tight = load('2026-03-02', { spans: [taken('2026-03-02', 480, 711), taken('2026-03-02', 840, 1080)] });
    expect(tight).toMatchObject({ occupancy: 98, holes: 0, gaps: [{ startMin: 711, endMin: 720 }] });
    const full = load('2026-03-02', { spans: [taken('2026-03-02', 480, 720), taken('2026-03-02', 840, 1080)] });
    expect(full).toMatchObject({ occupancy: 100, holes: 0, gaps: [] });
    expect(occupancyPercent(479, 480)).toBe(99);
  });

  test('what is past is offered no more, and still counts in the occupancy', () => {
    const spans = [taken('2026-03-02', 540, 720)];
    const today = load('2026-03-02', { spans, now: { day: '2026-03-02', minutes: 900 } });
    expect(today).toMatchObject({ occupancy: 37, gaps: [{ startMin: 900, endMin: 1080 }], holes: 1 });
    const past = load('2026-03-02', { spans, now: { day: '2026-03-03', minutes: 0 } });
    expect(past).toMatchObject({ occupancy: 37, gaps: [], holes: 0, free: { longest: 0 } });
  });

  test('over several days, minutes are added, not percents', () => {
    const loads = [
      { bookedMinutes: 60, openMinutes: 60 },
      { bookedMinutes: 0, openMinutes: 240 },
    ];
    expect(occupancyOf(loads)).toBe(20);
    expect(occupancyOf([])).toBeNull();
  });
});

describe('why nothing opens', () => {
  test('a day off, a holiday', () => {
    expect(load('2026-03-01')).toMatchObject({ occupancy: null, closed: { kind: 'closed' } });
    expect(load('2026-04-06').closed).toEqual({ kind: 'holiday', code: 'easter_monday' });
  });

  test('a leave that covers the openings, with the return; half a day of it closes nothing', () => {
    const whole = load('2026-03-04', { absences: [leave('2026-03-04', 480, '2026-03-06', 1080)] });
    expect(whole.closed).toMatchObject({ kind: 'absence', returnsAt: '2026-03-09T07:00:00.000Z' });
    const half = load('2026-03-04', { absences: [leave('2026-03-04', 720, '2026-03-06', 1080)] });
    expect(half).toMatchObject({ closed: null, openMinutes: 240 });
  });

  test('on a day off, a leave that goes through says so; one that ends in it does not', () => {
    const absences = [leave('2026-03-06', 0, '2026-03-08', 600)];
    expect(load('2026-03-07', { absences }).closed).toMatchObject({ kind: 'absence' });
    expect(load('2026-03-08', { absences }).closed).toEqual({ kind: 'closed' });
  });
});

test('the day a clock goes forward, the minutes that are missing are no opening', () => {
  const night = [rule(7, 60, 240)];
  const spring = dayLoad(
    { resourceId, day: '2026-03-29', zone, holidayZone: 'FR', rules: night, absences: [] },
    [{ startsAt: '2026-03-29T00:00:00Z', endsAt: '2026-03-29T01:00:00Z' }],
    before,
  );
  expect(spring).toMatchObject({ openMinutes: 120, bookedMinutes: 60, occupancy: 50 });
});
