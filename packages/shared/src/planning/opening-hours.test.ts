import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, clockChange, isoWeekday, toInstant } from '../time/zone.js';
import { type HolidayOverride, isInTurn, type OpeningException, type OpeningRule } from './opening-hours.js';
import {
  type AbsenceSpan,
  closedByAbsence,
  closedByHoliday,
  closedByHours,
  openIntervals,
  type PracticeDayQuestion,
  practiceDay,
  reservedIntervals,
} from './practice-day.js';
import { publicHoliday } from './public-holidays.js';

const nadir = 'nadir';
const rule = (isodow: number, startMin: number, endMin: number, more: Partial<OpeningRule> = {}): OpeningRule => ({
  ...{ resourceId: nadir, isodow, startMin, endMin, validFrom: null, validTo: null },
  ...more,
});
const exception = (day: string, effect: 'open' | 'closed', startMin: number, endMin: number): OpeningException => ({
  ...{ id: `${effect} ${startMin}`, resourceId: nadir, day, startMin, endMin, effect, reason: 'pont' },
});
const week = [1, 2, 3, 4, 5].flatMap((isodow) => [rule(isodow, 540, 750), rule(isodow, 840, 1080)]);
const ask = (day: string, more: Partial<PracticeDayQuestion> = {}): PracticeDayQuestion => ({
  ...{ resourceId: nadir, day, zone: 'Europe/Paris', holidayZone: 'FR', rules: week, absences: [] },
  ...more,
});
const told = (question: PracticeDayQuestion) =>
  practiceDay(question).closed.map(({ startMin, endMin, reason }) => `${startMin}-${endMin} ${reason.kind}`);
const open = (question: PracticeDayQuestion) =>
  practiceDay(question).open.map(({ startMin, endMin }) => `${startMin}-${endMin}`);
const away = (day: string, fromMin: number, toMin: number): AbsenceSpan => ({
  ...{ id: 'a1', resourceId: nadir, reason: 'sick', note: '' },
  startsAt: toInstant(day, fromMin, 'Europe/Paris')?.toISOString() ?? '',
  endsAt: toInstant(day, toMin, 'Europe/Paris')?.toISOString() ?? '',
});

describe('every other week', () => {
  const even = { weekInterval: 2, weekAnchor: '2026-03-05' } as const;
  test.each([
    ['the week of the anchor, before it', '2026-03-02', true],
    ['its Sunday', '2026-03-08', true],
    ['the next week', '2026-03-09', false],
    ['the one after', '2026-03-16', true],
    ['the week before', '2026-03-01', false],
    ['years earlier', '2020-03-02', false],
    ['across a year of 53 weeks: week 53', '2026-12-31', false],
    ['and week 1, an odd number too', '2027-01-04', true],
  ])('%s', (_, day, expected) => {
    expect(isInTurn(day, even)).toBe(expected);
  });

  test('odd and even Saturdays take turns', () => {
    const rules = [
      rule(6, 540, 720, { weekInterval: 2, weekAnchor: '2026-03-02' }),
      rule(6, 600, 660, { weekInterval: 2, weekAnchor: '2026-03-09' }),
    ];
    expect(['2026-03-07', '2026-03-14', '2026-03-21'].map((day) => open(ask(day, { rules })))).toEqual([
      ['540-720'],
      ['600-660'],
      ['540-720'],
    ]);
  });
});

describe('who wins', () => {
  const [monday, easter] = ['2026-03-02', '2026-04-06'];
  const worked: HolidayOverride = { day: easter, effect: 'worked', label: '' };
  const bridge: HolidayOverride = { day: monday, effect: 'closed', label: 'Pont' };
  test.each<[string, PracticeDayQuestion, string[]]>([
    [
      'an opening beside the week',
      ask(monday, { exceptions: [exception(monday, 'open', 750, 800)] }),
      ['540-800', '840-1080'],
    ],
    [
      'a closing in the week',
      ask(monday, { exceptions: [exception(monday, 'closed', 600, 900)] }),
      ['540-600', '900-1080'],
    ],
    [
      'an opening wins over a closing',
      ask(monday, { exceptions: [exception(monday, 'closed', 0, 1440), exception(monday, 'open', 600, 660)] }),
      ['600-660'],
    ],
    [
      'an exception of another day',
      ask(monday, { exceptions: [exception(easter, 'closed', 0, 1440)] }),
      ['540-750', '840-1080'],
    ],
    [
      'an exception of somebody else',
      ask(monday, { exceptions: [{ ...exception(monday, 'closed', 0, 1440), resourceId: 'roux' }] }),
      ['540-750', '840-1080'],
    ],
    ['an opening on a holiday', ask(easter, { exceptions: [exception(easter, 'open', 600, 660)] }), ['600-660']],
    ['a holiday', ask(easter), []],
    ['a holiday that is worked', ask(easter, { holidayOverrides: [worked] }), ['540-750', '840-1080']],
    ['a day the practice closes', ask(monday, { holidayOverrides: [bridge] }), []],
    [
      'an opening on a day the practice closes',
      ask(monday, { holidayOverrides: [bridge], exceptions: [exception(monday, 'open', 540, 600)] }),
      ['540-600'],
    ],
    [
      'an absence wins over an opening',
      ask(monday, { exceptions: [exception(monday, 'open', 750, 840)], absences: [away(monday, 720, 900)] }),
      ['540-720', '900-1080'],
    ],
    [
      'an absence on a worked holiday',
      ask(easter, { holidayOverrides: [worked], absences: [away(easter, 0, 1000)] }),
      ['1000-1080'],
    ],
  ])('%s', (_, question, expected) => {
    expect(open(question)).toEqual(expected);
  });

  test('a locum works while the one she stands in for is absent, on her days only', () => {
    const absences = [away('2026-03-02', 0, 1440), away('2026-03-03', 0, 1440)];
    const locums = [{ resourceId: nadir, fromDay: '2026-03-03', toDay: '2026-03-03' }];
    expect(open(ask('2026-03-02', { absences, locums }))).toEqual([]);
    expect(open(ask('2026-03-03', { absences, locums }))).toEqual(['540-750', '840-1080']);
    const others = [{ ...locums[0], resourceId: 'roux', fromDay: '2026-03-01', toDay: '2026-03-09' }];
    expect(open(ask('2026-03-03', { absences, locums: others }))).toEqual([]);
  });

  test.each<[string, PracticeDayQuestion, string[]]>([
    [
      'a closing says why, the rest of the day as ever',
      ask(monday, { exceptions: [exception(monday, 'closed', 600, 900)] }),
      ['0-540 before_opening', '600-900 exception', '1080-1440 closed'],
    ],
    [
      'a day of its own',
      ask(monday, { holidayOverrides: [bridge], exceptions: [exception(monday, 'open', 540, 600)] }),
      ['0-540 closed_day', '600-1440 closed_day'],
    ],
    [
      'an absence before a closing that it meets',
      ask(monday, { exceptions: [exception(monday, 'closed', 600, 900)], absences: [away(monday, 840, 1440)] }),
      ['0-540 before_opening', '600-840 exception', '840-1440 absence'],
    ],
    [
      'an absence on a holiday: only over what opens',
      ask(easter, { exceptions: [exception(easter, 'open', 600, 720)], absences: [away(easter, 660, 1440)] }),
      ['0-600 holiday', '660-720 absence', '720-1440 holiday'],
    ],
  ])('%s', (_, question, expected) => {
    expect(told(question)).toEqual(expected);
  });
});

describe('kept for emergencies', () => {
  const rules = [rule(1, 540, 690), rule(1, 690, 720, { label: 'urgent' }), rule(1, 1050, 1080, { label: 'urgent' })];
  test.each<[string, PracticeDayQuestion, object[]]>([
    [
      'open all the same, and told',
      ask('2026-03-02', { rules }),
      [
        { startMin: 690, endMin: 720 },
        { startMin: 1050, endMin: 1080 },
      ],
    ],
    ['another day', ask('2026-03-03', { rules }), []],
    ['a holiday', ask('2026-04-06', { rules }), []],
    [
      'what an exception opens is for anything',
      ask('2026-03-02', { rules, exceptions: [exception('2026-03-02', 'open', 700, 1080)] }),
      [{ startMin: 690, endMin: 700 }],
    ],
    [
      'absent',
      ask('2026-03-02', { rules, absences: [away('2026-03-02', 0, 1000)] }),
      [{ startMin: 1050, endMin: 1080 }],
    ],
  ])('%s', (_, question, expected) => {
    expect(reservedIntervals(question)).toEqual(expected);
  });
});

const minute = fc.integer({ min: 0, max: 1440 });
const days = ['2026-03-29', '2026-10-25', '2026-05-01', '2026-04-06', '2026-03-08', '2026-12-28', '2027-01-04'];
const someDay = fc.oneof(
  fc.constantFrom(...days),
  fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n)),
);
const someZone = fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Miquelon', 'Pacific/Noumea');

/** Everything that can be said of a day, some of it about other days and other columns. */
const someQuestion: fc.Arbitrary<PracticeDayQuestion> = fc
  .record({
    day: someDay,
    zone: someZone,
    holidayZone: fc.constantFrom('FR', 'FR-57', 'FR-NC'),
    rules: fc.array(
      fc.record({
        resourceId: fc.constantFrom(nadir, nadir, nadir, 'roux'),
        isodow: fc.integer({ min: 1, max: 7 }),
        startMin: minute,
        endMin: minute,
        shift: fc.constantFrom(null, -7, -1, 0, 1),
        weekInterval: fc.constantFrom<1 | 2>(1, 2),
        label: fc.constantFrom<'' | 'urgent'>('', 'urgent'),
      }),
      { maxLength: 12 },
    ),
    exceptions: fc.array(
      fc.record({ shift: fc.constantFrom(0, 0, 1), open: fc.boolean(), startMin: minute, endMin: minute }),
      { maxLength: 4 },
    ),
    override: fc.constantFrom<HolidayOverride['effect'] | null>(null, null, 'worked', 'closed'),
    away: fc.array(
      fc.record({ from: fc.integer({ min: -1500, max: 1500 }), length: fc.integer({ min: 0, max: 3000 }) }),
      {
        maxLength: 2,
      },
    ),
    locum: fc.constantFrom(null, null, 0, 1),
  })
  .map(({ day, zone, holidayZone, rules, exceptions, override, away: absent, locum }) => {
    const noon = toInstant(day, 720, zone)?.getTime() ?? 0;
    const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();
    return {
      ...{ resourceId: nadir, day, zone, holidayZone },
      rules: rules.map(({ shift, ...more }) => ({
        ...more,
        validFrom: shift === null ? null : addDays(day, shift),
        validTo: shift === null ? null : addDays(day, shift + 8),
        weekAnchor: more.weekInterval === 2 ? addDays(day, shift ?? 3) : null,
      })),
      exceptions: exceptions.map(({ shift, open, startMin, endMin }, index) => ({
        ...exception(addDays(day, shift), open ? 'open' : 'closed', startMin, endMin),
        id: `e${index}`,
      })),
      holidayOverrides: override ? [{ day, effect: override, label: 'x' }] : [],
      absences: absent.map(({ from, length }, index) => ({
        ...{ id: `a${index}`, resourceId: nadir, reason: 'leave' as const, note: '' },
        ...{ startsAt: at(from), endsAt: at(from + length) },
      })),
      locums: locum === null ? [] : [{ resourceId: nadir, fromDay: addDays(day, locum), toDay: addDays(day, 3) }],
    };
  });

/** The rules of precedence, one minute at a time, on the clock of the site: what the engine must agree with. */
function isOpenAt(question: PracticeDayQuestion, at: number): boolean {
  const { day, zone, rules, exceptions = [], holidayOverrides = [], absences, locums = [] } = question;
  const within = ({ startMin, endMin }: { startMin: number; endMin: number }) => startMin <= at && at < endMin;
  const change = clockChange(day, zone);
  if (change && within({ startMin: change.fromMin, endMin: change.toMin })) return false;
  const replaced = locums.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  const repeated = change !== null && within({ startMin: change.toMin, endMin: change.fromMin });
  const instants = [toInstant(day, at, zone)?.getTime() ?? 0];
  if (repeated) instants.push((instants[0] ?? 0) + (change.fromMin - change.toMin) * 60_000);
  const absent = absences.some(({ startsAt, endsAt }) => {
    const crossesChange =
      repeated && Date.parse(startsAt) < change.at.getTime() && change.at.getTime() < Date.parse(endsAt);
    return crossesChange || instants.some((from) => from < Date.parse(endsAt) && from + 60_000 > Date.parse(startsAt));
  });
  if (absent && !replaced) return false;
  const own = exceptions.filter((one) => one.day === day && within(one));
  if (own.some(({ effect }) => effect === 'open')) return true;
  if (own.length > 0) return false;
  const override = holidayOverrides[0]?.effect;
  if (override === 'closed' || (override !== 'worked' && publicHoliday(day, question.holidayZone))) return false;
  return rules.some((one) => {
    const isValid = (one.validFrom ?? day) <= day && day <= (one.validTo ?? day);
    const turns = one.weekAnchor ? Math.floor((Date.parse(day) - Date.parse('2026-01-05')) / 604_800_000) : 0;
    const anchored = one.weekAnchor
      ? Math.floor((Date.parse(one.weekAnchor) - Date.parse('2026-01-05')) / 604_800_000)
      : 0;
    return (
      one.resourceId === nadir &&
      one.isodow === isoWeekday(day) &&
      isValid &&
      within(one) &&
      (turns - anchored) % 2 === 0
    );
  });
}

test('minute by minute, the engine says what the rules of precedence say', () => {
  fc.assert(
    fc.property(someQuestion, (question) => {
      const answer = openIntervals(question);
      const wrong = Array.from({ length: 1440 }, (_, at) => at).filter(
        (at) => answer.some(({ startMin, endMin }) => startMin <= at && at < endMin) !== isOpenAt(question, at),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('open and closed cover the day exactly once, and no two answers disagree', () => {
  fc.assert(
    fc.property(someQuestion, (question) => {
      const { open, closed } = practiceDay(question);
      const spans = [...open, ...closed].sort((a, b) => a.startMin - b.startMin);
      expect(spans.every(({ startMin, endMin }) => startMin < endMin)).toBe(true);
      expect(spans.map(({ startMin }) => startMin)).toEqual([0, ...spans.slice(0, -1).map(({ endMin }) => endMin)]);
      expect(spans.at(-1)?.endMin).toBe(1440);
      expect(openIntervals(question)).toEqual(open);
      const shut = [...closedByHours(question), ...closedByHoliday(question), ...closedByAbsence(question)];
      const isShut = (at: number) => shut.some(({ startMin, endMin }) => startMin <= at && at < endMin);
      const isOpen = (at: number) => open.some(({ startMin, endMin }) => startMin <= at && at < endMin);
      expect(Array.from({ length: 1440 }, (_, at) => at).filter((at) => isShut(at) === isOpen(at))).toEqual([]);
      for (const { startMin, endMin } of reservedIntervals(question)) {
        expect(open.some((span) => span.startMin <= startMin && endMin <= span.endMin)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
