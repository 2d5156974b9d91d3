import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, toInstant } from '../time/zone.js';
import { type AbsenceSpan, longestOpening, type OpeningRule, openIntervals, practiceDay } from './practice-day.js';

const nadir = 'nadir';
const rule = (isodow: number, startMin: number, endMin: number, more: Partial<OpeningRule> = {}): OpeningRule => ({
  resourceId: nadir,
  isodow,
  startMin,
  endMin,
  validFrom: null,
  validTo: null,
  ...more,
});
const absence = (startsAt: string, endsAt: string, more: Partial<AbsenceSpan> = {}): AbsenceSpan => ({
  id: 'a1',
  resourceId: nadir,
  startsAt,
  endsAt,
  reason: 'training',
  note: '',
  ...more,
});
const week = [1, 2, 3, 4, 5].flatMap((isodow) => [rule(isodow, 540, 750), rule(isodow, 840, 1080)]);
const ask = (day: string, rules = week, absences: readonly AbsenceSpan[] = [], zone = 'Europe/Paris') =>
  practiceDay({ resourceId: nadir, day, zone, holidayZone: 'FR', rules, absences });
const told = (day: ReturnType<typeof practiceDay>) =>
  day.closed.map(({ startMin, endMin, reason }) => [startMin, endMin, reason.kind]);

describe('an ordinary day', () => {
  test('opens, breaks, resumes and closes', () => {
    const monday = ask('2026-03-02');
    expect(monday.open).toEqual([
      { startMin: 540, endMin: 750 },
      { startMin: 840, endMin: 1080 },
    ]);
    expect(monday.closed).toEqual([
      { startMin: 0, endMin: 540, reason: { kind: 'before_opening', opensAtMin: 540 } },
      { startMin: 750, endMin: 840, reason: { kind: 'break', resumesAtMin: 840 } },
      { startMin: 1080, endMin: 1440, reason: { kind: 'closed' } },
    ]);
  });

  test.each([
    ['a day off', ask('2026-03-01'), [[0, 1440, 'closed']]],
    ['hours of somebody else', ask('2026-03-02', [rule(1, 540, 720, { resourceId: 'roux' })]), [[0, 1440, 'closed']]],
    ['open until 24:00', ask('2026-03-02', [rule(1, 1200, 1440)]), [[0, 1200, 'before_opening']]],
    ['open all day', ask('2026-03-02', [rule(1, 0, 1440)]), []],
    [
      'overlapping and touching hours are one',
      ask('2026-03-02', [rule(1, 540, 660), rule(1, 600, 720), rule(1, 720, 780)]),
      [
        [0, 540, 'before_opening'],
        [780, 1440, 'closed'],
      ],
    ],
    ['not yet valid', ask('2026-03-02', [rule(1, 0, 1440, { validFrom: '2026-03-03' })]), [[0, 1440, 'closed']]],
    ['valid from the day', ask('2026-03-02', [rule(1, 0, 1440, { validFrom: '2026-03-02' })]), []],
    ['valid to the day', ask('2026-03-02', [rule(1, 0, 1440, { validTo: '2026-03-02' })]), []],
    ['no longer valid', ask('2026-03-02', [rule(1, 0, 1440, { validTo: '2026-03-01' })]), [[0, 1440, 'closed']]],
  ])('%s', (_name, day, expected) => {
    expect(told(day)).toEqual(expected);
  });
});

describe('holidays and absences', () => {
  test('a holiday closes the whole day and says which', () => {
    const day = ask('2026-05-01', week, [absence('2026-05-01T08:00:00Z', '2026-05-01T10:00:00Z')]);
    expect(day).toEqual({
      day: '2026-05-01',
      open: [],
      closed: [{ startMin: 0, endMin: 1440, reason: { kind: 'holiday', code: 'labour_day' } }],
      holiday: 'labour_day',
    });
  });

  test('an afternoon of training: absent from the end of the morning, back tomorrow at the opening', () => {
    const day = ask('2026-03-02', week, [absence('2026-03-02T11:30:00Z', '2026-03-02T17:00:00Z', { note: 'DPC' })]);
    expect(day.open).toEqual([{ startMin: 540, endMin: 750 }]);
    expect(day.closed[1]).toEqual({
      startMin: 750,
      endMin: 1080,
      reason: {
        kind: 'absence',
        absenceId: 'a1',
        reason: 'training',
        note: 'DPC',
        returnsAt: '2026-03-03T08:00:00.000Z',
      },
    });
    expect(told(day)[2]).toEqual([1080, 1440, 'closed']);
  });

  test.each([
    ['during the morning', '2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z', '2026-03-02', '2026-03-02T10:00:00.000Z'],
    ['until the break', '2026-03-02T09:00:00Z', '2026-03-02T12:00:00Z', '2026-03-02', '2026-03-02T13:00:00.000Z'],
    ['over the week end', '2026-03-05T23:00:00Z', '2026-03-06T23:00:00Z', '2026-03-06', '2026-03-09T08:00:00.000Z'],
    ['up to Easter', '2026-04-02T22:00:00Z', '2026-04-04T22:00:00Z', '2026-04-03', '2026-04-07T07:00:00.000Z'],
  ])('the return is the next open minute: %s', (_name, startsAt, endsAt, day, returnsAt) => {
    const reason = ask(day, week, [absence(startsAt, endsAt)]).closed.find(({ reason }) => reason.kind === 'absence');
    expect(reason?.reason).toMatchObject({ returnsAt });
  });

  test('two absences in a row: back after the second; where they overlap the first tells why', () => {
    const absences = [
      absence('2026-03-02T14:00:00Z', '2026-03-03T23:00:00Z', { id: 'b', reason: 'leave' }),
      absence('2026-03-02T08:00:00Z', '2026-03-02T15:00:00Z', { id: 'a' }),
    ];
    const spans = ask('2026-03-02', week, absences).closed.filter(({ reason }) => reason.kind === 'absence');
    expect(
      spans.map(({ startMin, endMin, reason }) => [startMin, endMin, 'absenceId' in reason && reason.absenceId]),
    ).toEqual([
      [540, 960, 'a'],
      [960, 1440, 'b'],
    ]);
    expect(spans.map(({ reason }) => 'returnsAt' in reason && reason.returnsAt)).toEqual([
      '2026-03-04T08:00:00.000Z',
      '2026-03-04T08:00:00.000Z',
    ]);
  });

  test('without any opening after it, the return is the end of the absence', () => {
    const day = ask('2026-03-02', [], [absence('2026-03-02T08:00:00Z', '2026-03-02T15:00:00Z')]);
    expect(day.closed.map(({ reason }) => ('returnsAt' in reason ? reason.returnsAt : reason.kind))).toEqual([
      'closed',
      '2026-03-02T15:00:00Z',
      'closed',
    ]);
  });
});

describe('days of a clock change', () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((isodow) => rule(isodow, 0, 1440));

  test('the hour that does not exist is closed', () => {
    const day = ask('2026-03-29', always);
    expect(day.open).toEqual([
      { startMin: 0, endMin: 120 },
      { startMin: 180, endMin: 1440 },
    ]);
    expect(told(day)).toEqual([[120, 180, 'break']]);
  });

  test.each(['2026-10-25', '2026-03-28'])('%s is open from end to end', (day) => {
    expect(ask(day, always).open).toEqual([{ startMin: 0, endMin: 1440 }]);
  });

  test.each([
    ['2026-03-29', 'Europe/Paris'],
    ['2026-10-25', 'Europe/Paris'],
    ['2026-03-08', 'America/Miquelon'],
    ['2026-03-29', 'Indian/Reunion'],
  ])('nine o’clock stays nine o’clock on %s in %s', (day, zone) => {
    const sunday = [rule(7, 540, 720)];
    expect(ask(day, sunday, [], zone).open).toEqual([{ startMin: 540, endMin: 720 }]);
  });
});

test('open and closed cover every minute of any day exactly once', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  const someRule = fc.record({ isodow: fc.integer({ min: 1, max: 7 }), startMin: minute, endMin: minute });
  const someDay = fc.oneof(
    fc.constantFrom('2026-03-29', '2026-10-25', '2026-05-01', '2026-03-08'),
    fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n)),
  );
  const zone = fc.constantFrom(
    'Europe/Paris',
    'Indian/Reunion',
    'America/Martinique',
    'America/Miquelon',
    'Pacific/Noumea',
  );
  const someAbsence = fc.record({
    from: fc.integer({ min: -3000, max: 3000 }),
    length: fc.integer({ min: 0, max: 5000 }),
  });
  fc.assert(
    fc.property(
      someDay,
      zone,
      fc.array(someRule),
      fc.array(someAbsence, { maxLength: 3 }),
      (day, zone, rules, away) => {
        const noon = toInstant(day, 720, zone)?.getTime() ?? 0;
        const absences = away.map(({ from, length }, index) =>
          absence(
            new Date(noon + from * 60_000).toISOString(),
            new Date(noon + (from + length) * 60_000).toISOString(),
            { id: `a${index}` },
          ),
        );
        const question = {
          resourceId: nadir,
          day,
          zone,
          holidayZone: 'FR',
          rules: rules.map((r) => rule(r.isodow, r.startMin, r.endMin)),
          absences,
        };
        const answer = practiceDay(question);
        const spans = [...answer.open, ...answer.closed].sort((a, b) => a.startMin - b.startMin);
        expect(spans.every(({ startMin, endMin }) => startMin < endMin)).toBe(true);
        expect(spans.map(({ startMin }) => startMin)).toEqual([0, ...spans.slice(0, -1).map(({ endMin }) => endMin)]);
        expect(spans.at(-1)?.endMin).toBe(1440);
        expect(openIntervals(question)).toEqual(answer.open);
      },
    ),
  );
});

test.each([
  ['no rule', [], 0],
  ['the longest half-day', week, 240],
  ['two spans that touch', [rule(1, 480, 720), rule(1, 720, 1080)], 600],
  ['not two days', [rule(1, 1200, 1440), rule(2, 0, 120)], 240],
])('the longest opening: %s', (_, rules, minutes) => {
  expect(longestOpening(rules)).toBe(minutes);
});
