import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permissionsOf } from '../access/roles.js';
import { mondayOf } from '../time/iso-week.js';
import { addDays, daysBetween, isoWeekday, type LocalDay } from '../time/zone.js';
import { freeGaps, freeStarts } from './availability.js';
import { bookingRefusals } from './booking-refusals.js';
import { type Interval, intervalsOverlap } from './interval.js';
import type { OpeningRule } from './opening-hours.js';
import { openIntervals } from './practice-day.js';
import { changedVisits, planVisits, type SeriesChoice, type SeriesGround, type SeriesPlace } from './series.js';
import { mostOccurrences, type SeriesRule, seriesDays } from './series-days.js';

const weekly = (more: Partial<SeriesRule> = {}): SeriesRule => ({
  ...{ from: '2026-03-05', unit: 'week', every: 1, weekdays: [1, 4], count: 12, until: null, skipHolidays: false },
  ...more,
});
const open = () => false;
const easterMonday = (day: LocalDay) => day === '2026-04-06';

describe('the days of a rule', () => {
  test('Mondays and Thursdays, from a Thursday', () => {
    const { days } = seriesDays(weekly(), 0, open);
    expect(days.slice(0, 4)).toEqual(['2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16']);
    expect(days.at(-1)).toBe('2026-04-13');
  });

  test('a holiday is listed, or passed over and the count reached later', () => {
    expect(seriesDays(weekly(), 0, easterMonday).days).toContain('2026-04-06');
    const { days } = seriesDays(weekly({ skipHolidays: true }), 0, easterMonday);
    expect(days).not.toContain('2026-04-06');
    expect(days).toHaveLength(12);
    expect(days.at(-1)).toBe('2026-04-16');
  });

  test('one more at the end is never on a closed day', () => {
    expect(seriesDays(weekly({ count: 9 }), 1, easterMonday).days.slice(-2)).toEqual(['2026-04-02', '2026-04-09']);
  });

  test('every other week keeps the weeks of the first one, whatever its weekday', () => {
    const { days } = seriesDays(weekly({ every: 2, weekdays: [1, 5], count: 4 }), 0, open);
    expect(days).toEqual(['2026-03-06', '2026-03-16', '2026-03-20', '2026-03-30']);
  });

  test('every third day, and only on weekdays', () => {
    const rule = weekly({ unit: 'day', every: 3, weekdays: [1, 2, 3, 4, 5], count: 4 });
    expect(seriesDays(rule, 0, open).days).toEqual(['2026-03-05', '2026-03-11', '2026-03-17', '2026-03-20']);
  });

  test('until a day, that day included; without weekdays the one of the start', () => {
    const rule = weekly({ weekdays: [], count: null, until: '2026-03-19' });
    expect(seriesDays(rule, 0, open).days).toEqual(['2026-03-05', '2026-03-12', '2026-03-19']);
  });

  test.each([
    ['ten thousand', weekly({ count: 10_000 }), 0, 'series.too_many'],
    ['one more than the most', weekly({ count: 104 }), 1, 'series.too_many'],
    [
      'every day for a year',
      weekly({ unit: 'day', weekdays: [], count: null, until: '2027-03-05' }),
      0,
      'series.too_many',
    ],
    ['past two years', weekly({ count: null, until: '2028-03-06' }), 0, 'series.too_long'],
    ['a count that two years do not hold', weekly({ every: 40, weekdays: [4], count: 5 }), 0, 'series.too_long'],
    ['no day at all', weekly({ weekdays: [1], count: null, until: '2026-03-07' }), 0, 'series.empty'],
  ])('%s is refused', (_, rule, extra, fault) => {
    expect(seriesDays(rule, extra, open)).toEqual({ days: [], fault });
  });

  test('ten thousand are refused before any day is looked at', () => {
    const never = () => {
      throw new Error('a day was looked at');
    };
    expect(seriesDays(weekly({ count: 10_000, skipHolidays: true }), 0, never).fault).toBe('series.too_many');
  });
});

const anyRule = fc.record({
  from: fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n)),
  unit: fc.constantFrom('day' as const, 'week' as const),
  every: fc.integer({ min: 1, max: 6 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
  count: fc.integer({ min: 1, max: 120 }),
  skipHolidays: fc.boolean(),
});

test('property: days ascend, are of the rule, are as many as asked, within two years; or the fault says why', () => {
  fc.assert(
    fc.property(anyRule, fc.integer({ min: 0, max: 5 }), (asked, extra) => {
      const count = asked.count ?? 1;
      const rule: SeriesRule = { ...asked, count, until: null };
      const isClosed = (day: LocalDay) => day.endsWith('-15');
      const { days, fault } = seriesDays(rule, extra, isClosed);
      if (fault) {
        if (count + extra > mostOccurrences) expect(fault).toBe('series.too_many');
        else expect(fault).toBe('series.too_long');
        return;
      }
      expect(days).toHaveLength(count + extra);
      for (const [at, day] of days.entries()) {
        if (at > 0) expect(day > (days[at - 1] ?? '')).toBe(true);
        expect(daysBetween(rule.from, day)).toBeLessThanOrEqual(731);
        const allowed = rule.weekdays.length > 0 ? rule.weekdays : [isoWeekday(rule.unit === 'week' ? rule.from : day)];
        expect(allowed).toContain(isoWeekday(day));
        const units =
          rule.unit === 'day' ? daysBetween(rule.from, day) : daysBetween(mondayOf(rule.from), mondayOf(day)) / 7;
        expect(units % rule.every).toBe(0);
        if (rule.skipHolidays || at >= count) expect(isClosed(day)).toBe(false);
      }
    }),
  );
});

const zone = 'Europe/Paris';
const hours = (resourceId: string): OpeningRule[] =>
  [1, 2, 3, 4, 5].map((isodow) => ({
    ...{ resourceId, isodow, startMin: 480, endMin: 1080, validFrom: null, validTo: null },
  }));
interface Taken extends Interval {
  readonly resourceId: string;
  readonly day: LocalDay;
}

/** A practice of two physiotherapists on a table: `taken` holds visits of others, sessions last half an hour. */
function ground(
  taken: readonly Taken[],
  more: Partial<SeriesGround> = {},
  absentOn: readonly LocalDay[] = [],
): SeriesGround {
  const rules = [...hours('roux'), ...hours('nait')];
  const absences = absentOn.map((day) => ({
    ...{ id: `absent ${day}`, resourceId: 'roux', startsAt: `${day}T05:00:00Z`, endsAt: `${day}T20:00:00Z` },
    ...{ reason: 'training' as const, note: '' },
  }));
  const lasts = ({ day, startMin }: SeriesPlace): Interval & { day: LocalDay } => ({
    day,
    startMin,
    endMin: startMin + 30,
  });
  const busyOn = (resourceId: string, day: LocalDay) =>
    taken.filter((one) => one.resourceId === resourceId && one.day === day);
  const contextOf = ({ resourceId, day }: SeriesPlace, own: readonly SeriesPlace[]) => ({
    ...{ zone, holidayZone: 'FR', rules, absences, now: new Date('2026-03-02T08:00:00Z') },
    resource: { id: resourceId, active: true },
    motif: { id: 'knee', active: true, resourceIds: ['roux', 'nait'] },
    busy: [...busyOn(resourceId, day), ...own.filter((p) => p.resourceId === resourceId && p.day === day).map(lasts)],
    patient: { busy: own.filter((p) => p.day === day).map(lasts) },
  });
  return {
    ...{ zone, permissions: permissionsOf(['secretary']), colleagues: ['nait'] },
    refusals: (place, own) => bookingRefusals({ ...place, motifId: 'knee', durationMin: 30 }, contextOf(place, own)),
    starts: (resourceId, day) => {
      const openOn = openIntervals({ resourceId, day, zone, holidayZone: 'FR', rules, absences });
      return freeStarts(freeGaps(openOn, busyOn(resourceId, day)), 30, 15, 0);
    },
    ...more,
  };
}

const at1430 = (days: readonly LocalDay[]) => days.map((day) => ({ key: day, resourceId: 'roux', day, startMin: 870 }));
const twelve = at1430(seriesDays(weekly(), 0, open).days);
const plan = (on: SeriesGround, choices: Record<string, SeriesChoice> = {}) =>
  planVisits(twelve, new Map(Object.entries(choices)), on);
const told = ({ resourceId, day, startMin }: SeriesPlace) => `${resourceId} ${day} ${startMin}`;

describe('twelve sessions over Easter Monday', () => {
  const busy = ground(
    [
      { resourceId: 'roux', day: '2026-03-12', startMin: 840, endMin: 930 },
      { resourceId: 'roux', day: '2026-03-19', startMin: 480, endMin: 1080 },
    ],
    {},
    ['2026-03-23'],
  );

  test('each says what it meets, the clock of spring kept on the wall', () => {
    expect(plan(busy).map(({ key, state }) => [key, state])).toEqual([
      ['2026-03-05', 'ok'],
      ['2026-03-09', 'ok'],
      ['2026-03-12', 'busy'],
      ['2026-03-16', 'ok'],
      ['2026-03-19', 'busy'],
      ['2026-03-23', 'absence'],
      ['2026-03-26', 'ok'],
      ['2026-03-30', 'ok'],
      ['2026-04-02', 'ok'],
      ['2026-04-06', 'holiday'],
      ['2026-04-09', 'ok'],
      ['2026-04-13', 'ok'],
    ]);
    expect(plan(busy).flatMap(({ key, clockChanged }) => (clockChanged ? [key] : []))).toEqual(['2026-03-30']);
  });

  test('other places: the same day, the same week, then a colleague', () => {
    const alternatives = Object.fromEntries(plan(busy).map((visit) => [visit.key, visit.alternatives.map(told)]));
    expect(alternatives['2026-03-12']).toEqual(['roux 2026-03-12 930', 'roux 2026-03-13 870', 'roux 2026-03-11 870']);
    expect(alternatives['2026-03-19']).toEqual(['roux 2026-03-20 870', 'roux 2026-03-18 870', 'roux 2026-03-17 870']);
    expect(alternatives['2026-03-05']).toEqual([]);
    const wholeWeek = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20'];
    const away = plan(ground([], {}, wholeWeek)).find(({ key }) => key === '2026-03-16');
    expect(away?.alternatives.map(told)).toEqual(['nait 2026-03-16 870']);
  });

  test('skipped, moved, passed over with a reason: decided; a holiday is not the secretary’s to pass over', () => {
    const decided = plan(busy, {
      '2026-03-12': { kind: 'override', reason: 'douleur' },
      '2026-03-19': { kind: 'move', resourceId: 'roux', day: '2026-03-20', startMin: 870 },
      '2026-03-23': { kind: 'skip' },
      '2026-04-06': { kind: 'override', reason: 'entente' },
    });
    const of = (key: string) => decided.find((visit) => visit.key === key);
    expect(of('2026-03-12')).toMatchObject({ isDecided: true, mayOverride: true, place: { day: '2026-03-12' } });
    expect(of('2026-03-19')).toMatchObject({ isDecided: true, place: { day: '2026-03-20' } });
    expect(of('2026-03-23')).toMatchObject({ isDecided: true, place: null });
    expect(of('2026-04-06')).toMatchObject({ isDecided: false, mayOverride: false, place: null });
    const coordinator = { permissions: permissionsOf(['coordinator']) };
    const worked = plan(ground([], coordinator), { '2026-04-06': { kind: 'override', reason: 'entente' } });
    expect(worked.every(({ isDecided }) => isDecided)).toBe(true);
    const silent = plan(ground([], coordinator), { '2026-04-06': { kind: 'override', reason: ' ' } });
    expect(silent.filter(({ isDecided }) => !isDecided)).toHaveLength(1);
  });

  test('a visit moved onto another of the series is refused, and its neighbour keeps its place', () => {
    const clash = plan(ground([]), {
      '2026-03-05': { kind: 'move', resourceId: 'nait', day: '2026-03-09', startMin: 885 },
    });
    expect(clash[0]).toMatchObject({
      isDecided: false,
      place: null,
      moveRefusals: [{ code: 'appointment.patient_busy' }],
    });
    expect(clash[1]).toMatchObject({ isDecided: true });
  });

  test('an hour that the clock skips is said, never moved by itself', () => {
    const night = [{ key: '2026-03-29', resourceId: 'roux', day: '2026-03-29', startMin: 150 }];
    expect(planVisits(night, new Map(), ground([]))[0]).toMatchObject({ state: 'gap_time', place: null });
  });
});

test('what changed since is told visit by visit', () => {
  const before = plan(ground([]));
  expect(changedVisits(before, before)).toEqual([]);
  const after = plan(ground([{ resourceId: 'roux', day: '2026-03-30', startMin: 870, endMin: 900 }]));
  expect(changedVisits(before, after)).toEqual(['2026-03-30']);
  expect(changedVisits(before, after.slice(1))).toEqual(['2026-03-30', '2026-03-05']);
});

const someDay = fc.integer({ min: 0, max: 44 }).map((n) => addDays('2026-03-02', n));
const someTaken = fc.record({
  resourceId: fc.constantFrom('roux', 'nait'),
  day: someDay,
  startMin: fc.integer({ min: 480, max: 1020 }),
  length: fc.integer({ min: 10, max: 300 }),
});
const someChoice = fc.oneof(
  fc.constantFrom<SeriesChoice>({ kind: 'keep' }, { kind: 'skip' }, { kind: 'override', reason: 'douleur' }),
  fc.record({
    kind: fc.constant('move' as const),
    resourceId: fc.constantFrom('roux', 'nait'),
    day: someDay,
    startMin: fc.integer({ min: 90, max: 220 }).map((n) => n * 5),
  }),
);

test('property: every place given and every place offered is free, of the series too', () => {
  fc.assert(
    fc.property(
      fc.array(someTaken, { maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(11), someChoice), { maxLength: 8 }),
      (spans, picked) => {
        const on = ground(spans.map(({ length, ...span }) => ({ ...span, endMin: span.startMin + length })));
        const choices = Object.fromEntries(picked.map(([at, choice]) => [twelve[at]?.key ?? '', choice]));
        const visits = plan(on, choices);
        const placed = visits.filter((visit) => visit.place !== null && visit.choice.kind !== 'override');
        const others = (key: string) =>
          visits.flatMap((visit) => (visit.key !== key && visit.place ? [visit.place] : []));
        for (const { key, place } of placed) if (place) expect(on.refusals(place, others(key))).toEqual([]);
        for (const visit of visits) {
          expect(visit.alternatives.length).toBeLessThanOrEqual(3);
          expect(new Set(visit.alternatives.map(told)).size).toBe(visit.alternatives.length);
          if (visit.state === 'ok') expect(visit.alternatives).toEqual([]);
          for (const place of visit.alternatives) {
            expect(on.refusals(place, others(visit.key))).toEqual([]);
            expect(mondayOf(place.day)).toBe(mondayOf(visit.wanted.day));
            if (place.resourceId !== visit.wanted.resourceId) expect(place.day).toBe(visit.wanted.day);
          }
        }
        const spansOf = visits.flatMap(({ place }) => (place ? [{ ...place, endMin: place.startMin + 30 }] : []));
        for (const [at, one] of spansOf.entries()) {
          for (const other of spansOf.slice(at + 1)) {
            expect(one.day === other.day && intervalsOverlap(one, other)).toBe(false);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});
