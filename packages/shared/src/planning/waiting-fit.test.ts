import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isoWeekday, todayIn, toInstant } from '../time/zone.js';
import { type FitReason, fitsOf, type Hole, type WaitingWish, waitedDays, waitingUrgencies } from './waiting-fit.js';

const zone = 'Europe/Paris';
/** Monday, 9:00 on the wall. */
const now = new Date('2026-03-02T09:00:00+01:00');
const hole: Hole = { resourceId: 'martin', day: '2026-03-03', startMin: 600, endMin: 630, zone };

const marie: WaitingWish = {
  id: 'marie',
  durationMin: 15,
  gridMin: 5,
  resourceIds: ['martin', 'leroy'],
  fromDay: '2026-03-01',
  toDay: null,
  times: [],
  noticeMin: 0,
  urgency: 'normal',
  since: '2026-02-20T10:00:00+01:00',
  current: null,
  busy: [],
};

const startOf = (wish: Partial<WaitingWish>, asked: Partial<Hole> = {}) =>
  fitsOf({ ...hole, ...asked }, [{ ...marie, ...wish }], now)[0]?.startMin ?? null;

describe('a hole suits somebody', () => {
  test.each<[string, Partial<WaitingWish>, Partial<Hole>, number | null]>([
    ['who only waits', {}, {}, 600],
    ['whose visit is just as long', { durationMin: 30 }, {}, 600],
    ['not when her visit is longer', { durationMin: 35 }, {}, null],
    ['not in a column that does not suit her', { resourceIds: ['leroy'] }, {}, null],
    ['on the first of her days', { fromDay: '2026-03-03' }, {}, 600],
    ['not before them', { fromDay: '2026-03-04' }, {}, null],
    ['on the last of her days', { toDay: '2026-03-03' }, {}, 600],
    ['not after them', { toDay: '2026-03-02' }, {}, null],
    ['on a weekday of hers', { times: [{ isodow: 2, startMin: 0, endMin: 720 }] }, {}, 600],
    ['not on another', { times: [{ isodow: 3, startMin: 0, endMin: 720 }] }, {}, null],
    ['from the minute she can come', { times: [{ isodow: 2, startMin: 611, endMin: 720 }] }, {}, 615],
    ['not when she must leave first', { times: [{ isodow: 2, startMin: 0, endMin: 610 }] }, {}, null],
    [
      'across noon when both halves suit her',
      {
        times: [
          { isodow: 2, startMin: 0, endMin: 720 },
          { isodow: 2, startMin: 720, endMin: 1440 },
        ],
      },
      { startMin: 715, endMin: 730 },
      715,
    ],
    ['who needs a day of notice', { noticeMin: 25 * 60 }, {}, 600],
    ['who can just still be there', { noticeMin: 25 * 60 + 15 }, {}, 615],
    ['not when she cannot', { noticeMin: 25 * 60 + 16 }, {}, null],
    ['where visits like hers begin', { gridMin: 20 }, { startMin: 605, endMin: 635 }, 620],
    ['not where none begins', { gridMin: 30 }, { startMin: 605, endMin: 625 }, null],
    ['in what is left of a hole that began', {}, { day: '2026-03-02', startMin: 520, endMin: 560 }, 540],
    ['not in one that is over', {}, { day: '2026-03-02', startMin: 500, endMin: 540 }, null],
    ['before the visit she gives back', { current: { day: '2026-03-03', startMin: 605 } }, {}, 600],
    ['not at the same hour', { current: { day: '2026-03-03', startMin: 600 } }, {}, null],
    ['not after it', { current: { day: '2026-03-02', startMin: 1080 } }, {}, null],
    ['once her other visit is over', { busy: [{ day: '2026-03-03', startMin: 570, endMin: 608 }] }, {}, 610],
    ['whatever she does another day', { busy: [{ day: '2026-03-04', startMin: 570, endMin: 640 }] }, {}, 600],
    ['not in an hour that the clock skips', {}, { day: '2026-03-29', startMin: 120, endMin: 180 }, null],
    ['right after it', {}, { day: '2026-03-29', startMin: 120, endMin: 200 }, 180],
  ])('%s', (_name, wish, asked, startMin) => {
    expect(startOf(wish, asked)).toBe(startMin);
  });
});

describe('who is called first', () => {
  const called = (...wishes: Partial<WaitingWish>[]) =>
    fitsOf(
      hole,
      wishes.map((wish) => ({ ...marie, ...wish })),
      now,
    ).map(({ entryId }) => entryId);

  test('urgency, then the wait, then the notice, then the minute of asking', () => {
    expect(
      called(
        { id: 'late asker', since: '2026-02-20T10:05:00+01:00' },
        { id: 'needs an hour', noticeMin: 60 },
        { id: 'asked first' },
        { id: 'has waited a day more', since: '2026-02-19T18:00:00+01:00', noticeMin: 120 },
        { id: 'urgent since today', since: '2026-03-02T08:00:00+01:00', urgency: 'urgent' },
        { id: 'soon', since: '2026-02-28T08:00:00+01:00', urgency: 'soon' },
      ),
    ).toEqual(['urgent since today', 'soon', 'has waited a day more', 'asked first', 'late asker', 'needs an hour']);
  });
});

describe('why it is her place', () => {
  test('everything that speaks for it, in order', () => {
    const wish: WaitingWish = {
      ...marie,
      urgency: 'urgent',
      toDay: '2026-03-05',
      times: [{ isodow: 2, startMin: 0, endMin: 720 }],
      noticeMin: 120,
      current: { day: '2026-03-24', startMin: 600 },
    };
    expect(fitsOf(hole, [wish], now)[0]?.reasons).toEqual([
      { code: 'urgency', urgency: 'urgent' },
      { code: 'waits', days: 10 },
      { code: 'earlier', days: 21 },
      { code: 'at_her_times' },
      { code: 'window_ends', day: '2026-03-05' },
      { code: 'notice', minutes: 120 },
      { code: 'length', minutes: 15, leftMin: 15 },
    ] satisfies FitReason[]);
  });

  test.each([
    ['the same day', '2026-03-02T08:59:00+01:00', 0],
    ['the evening before', '2026-03-01T23:59:00+01:00', 1],
    ['a clock that is ahead', '2026-03-04T09:00:00+01:00', 0],
  ])('a wait is counted in days of the wall: %s', (_name, since, days) => {
    expect(waitedDays(since, zone, todayIn(zone, now))).toBe(days);
  });
});

const quarters = fc.integer({ min: 0, max: 96 }).map((n) => n * 15);
const span = fc
  .tuple(quarters, quarters)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ startMin: Math.min(a, b), endMin: Math.max(a, b) }));
/** Days around a change of the clock and an ordinary week. */
const day = fc.integer({ min: 0, max: 8 }).map((ahead) => addDays('2026-03-24', ahead));

const time = fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([isodow, hours]) => ({ isodow, ...hours }));

const wish = fc.record({
  id: fc.uuid(),
  durationMin: fc.integer({ min: 1, max: 12 }).map((n) => n * 5),
  gridMin: fc.constantFrom(5, 10, 30),
  resourceIds: fc.constantFrom(['martin'], ['leroy', 'martin'], ['leroy']),
  fromDay: day.map((late) => addDays(late, -6)),
  toDay: fc.option(day.map((early) => addDays(early, 6))),
  times: fc.oneof(fc.constant([]), fc.array(time, { minLength: 10, maxLength: 20 })),
  noticeMin: fc.constantFrom(0, 30, 120, 1440, 4320),
  urgency: fc.constantFrom(...waitingUrgencies),
  since: fc.integer({ min: 0, max: 400 }).map((hours) => new Date(Date.UTC(2026, 2, 1, hours)).toISOString()),
  current: fc.option(fc.record({ day: day.map((late) => addDays(late, 4)), startMin: quarters }), { freq: 2 }),
  busy: fc.array(
    fc.tuple(day, span).map(([on, hours]) => ({ day: on, ...hours })),
    { maxLength: 4 },
  ),
});

const story = fc.record({
  zone: fc.constantFrom('Europe/Paris', 'America/Martinique', 'Indian/Reunion', 'America/Miquelon'),
  at: fc.integer({ min: 0, max: 120 }).map((hours) => new Date(Date.UTC(2026, 2, 23, hours))),
  day,
  hours: span,
  wishes: fc.uniqueArray(wish, { maxLength: 12, selector: ({ id }) => id }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** Every minute of the hole, one by one, asked of each condition as a person would. */
function naiveStart(its: Story, entry: WaitingWish): number | null {
  const { startMin: from, endMin: to } = its.hours;
  const isHers = (minute: number) =>
    entry.times.length === 0 ||
    entry.times.some((time) => time.isodow === isoWeekday(its.day) && time.startMin <= minute && minute < time.endMin);
  const isElsewhere = (minute: number) =>
    entry.busy.some((taken) => taken.day === its.day && taken.startMin <= minute && minute < taken.endMin);
  const canBeThere = (start: number) => {
    const at = toInstant(its.day, start, its.zone);
    return at !== null && at.getTime() - its.at.getTime() >= entry.noticeMin * 60_000;
  };
  const isEarlier = (start: number) =>
    !entry.current || `${its.day} ${start + 10_000}` < `${entry.current.day} ${entry.current.startMin + 10_000}`;
  if (!entry.resourceIds.includes('martin') || its.day < entry.fromDay) return null;
  if (entry.toDay && its.day > entry.toDay) return null;
  for (let start = from; start + entry.durationMin <= to; start += 1) {
    const minutes = Array.from({ length: entry.durationMin }, (_, n) => start + n);
    if (start % entry.gridMin !== 0 || !isEarlier(start)) continue;
    if (minutes.every((minute) => isHers(minute) && !isElsewhere(minute)) && canBeThere(start)) return start;
  }
  return null;
}

const asked = (its: Story): Hole => ({ resourceId: 'martin', day: its.day, zone: its.zone, ...its.hours });

describe('whatever the list', () => {
  test('those whom it suits are found, each at her first minute, and nobody else', () => {
    let suited = 0;
    fc.assert(
      fc.property(story, (its) => {
        const found = new Map(fitsOf(asked(its), its.wishes, its.at).map((fit) => [fit.entryId, fit.startMin]));
        for (const entry of its.wishes) expect(found.get(entry.id) ?? null).toBe(naiveStart(its, entry));
        suited += found.size;
      }),
      { numRuns: 300 },
    );
    // A story in which nothing ever suits would prove nothing.
    expect(suited).toBeGreaterThan(100);
  });

  test('nobody is called before somebody who comes first, and the order does not depend on the list’s', () => {
    fc.assert(
      fc.property(story, (its) => {
        const order = fitsOf(asked(its), its.wishes, its.at).map(({ entryId }) => entryId);
        expect(fitsOf(asked(its), its.wishes.toReversed(), its.at).map(({ entryId }) => entryId)).toEqual(order);
        const called = order.flatMap((id) => its.wishes.find((entry) => entry.id === id) ?? []);
        for (const [rank, first] of called.entries()) {
          for (const second of called.slice(rank + 1)) {
            const [a, b] = [first, second].map(({ urgency }) => waitingUrgencies.indexOf(urgency)) as [number, number];
            expect(a).toBeGreaterThanOrEqual(b);
            const today = todayIn(its.zone, its.at);
            const [waited, waitedLess] = [first, second].map(({ since }) =>
              daysBetween(todayIn(its.zone, new Date(since)), today),
            ) as [number, number];
            if (a === b) expect(waited).toBeGreaterThanOrEqual(waitedLess);
            if (a === b && waited === waitedLess) expect(first.noticeMin).toBeLessThanOrEqual(second.noticeMin);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
