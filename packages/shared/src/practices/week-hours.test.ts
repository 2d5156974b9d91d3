import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type OpeningRule, ruleHours } from '../planning/opening-hours.js';
import { addDays } from '../time/zone.js';
import { replaceWeek, type WeekSpan, weekHoursFaults } from './week-hours.js';

const span = (isodow: number, startMin: number, endMin: number): WeekSpan => ({ isodow, startMin, endMin });
const told = (...hours: WeekSpan[]) => weekHoursFaults(hours).map(({ index, code }) => `${index} ${code}`);

test.each([
  ['no hours', told(), []],
  ['morning and afternoon', told(span(1, 480, 720), span(1, 840, 1080)), []],
  ['two that touch', told(span(1, 480, 720), span(1, 720, 840)), []],
  ['the same minutes on two days', told(span(1, 480, 720), span(2, 480, 720)), []],
  ['midnight to midnight', told(span(7, 0, 1440)), []],
  ['one minute shared: the later of the list is told', told(span(1, 480, 721), span(1, 720, 840)), ['1 overlap']],
  ['one inside another, given first', told(span(1, 540, 600), span(1, 480, 720)), ['1 overlap']],
  ['the same twice', told(span(3, 480, 720), span(3, 480, 720)), ['1 overlap']],
  ['no length', told(span(1, 480, 480)), ['0 end_before_start']],
  ['backwards, and not told as an overlap too', told(span(1, 480, 720), span(1, 700, 500)), ['1 end_before_start']],
])('%s', (_, faults, expected) => {
  expect(faults).toEqual(expected);
});

const turn = (weekAnchor: string, more: Partial<WeekSpan> = {}): WeekSpan => ({
  ...{ isodow: 6, startMin: 540, endMin: 720, weekInterval: 2, weekAnchor },
  ...more,
});
test.each([
  ['weeks that never meet', told(turn('2026-03-02'), turn('2026-03-09')), []],
  ['weeks that meet, a month apart', told(turn('2026-03-02'), turn('2026-03-30')), ['1 overlap']],
  ['every week and every other week', told(span(6, 600, 660), turn('2026-03-02')), ['1 overlap']],
  ['every other week, from nowhere', told(turn('', { weekAnchor: null })), ['0 anchor_missing']],
  [
    'an emergency stretch over a plain one',
    told(span(6, 540, 720), { ...span(6, 700, 720), label: 'urgent' }),
    ['1 overlap'],
  ],
])('%s', (_, faults, expected) => {
  expect(faults).toEqual(expected);
});

const rule = (at: WeekSpan, validFrom: string | null, validTo: string | null): OpeningRule => ({
  ...{ resourceId: 'nadir', validFrom, validTo },
  ...at,
});
const morning = span(1, 480, 720);
const shown = (rules: readonly OpeningRule[]) =>
  rules.map(({ startMin, endMin, validFrom, validTo }) => `${startMin}-${endMin} ${validFrom} ${validTo}`);

test.each<[string, OpeningRule[], WeekSpan[], string | null, string[]]>([
  ['the first week', [], [morning], null, ['480-720 2026-03-09 null']],
  ['the same hours are left alone', [rule(morning, null, null)], [morning], null, ['480-720 null null']],
  [
    'other hours end the old ones the day before',
    [rule(morning, null, null)],
    [span(1, 500, 720)],
    null,
    ['480-720 null 2026-03-08', '500-720 2026-03-09 null'],
  ],
  [
    'for a fortnight: what stood comes back after it',
    [rule(morning, null, null)],
    [span(1, 500, 720)],
    '2026-03-22',
    ['480-720 null 2026-03-08', '480-720 2026-03-23 null', '500-720 2026-03-09 2026-03-22'],
  ],
  ['what is to come is replaced', [rule(morning, '2026-04-01', null)], [], null, []],
  [
    'what is over, and what begins after, stay',
    [rule(morning, null, '2026-03-08'), rule(morning, '2026-04-01', null)],
    [],
    '2026-03-31',
    ['480-720 null 2026-03-08', '480-720 2026-04-01 null'],
  ],
  [
    'the same that ends too soon is not enough',
    [rule(morning, null, '2026-03-20')],
    [morning],
    null,
    ['480-720 null 2026-03-08', '480-720 2026-03-09 null'],
  ],
  [
    'the same turn, anchored elsewhere, is the same',
    [rule(turn('2026-03-02'), null, null)],
    [turn('2026-03-19')],
    null,
    ['540-720 null null'],
  ],
])('replacing a week: %s', (_, rules, hours, to, expected) => {
  expect(shown(replaceWeek('nadir', rules, hours, '2026-03-09', to))).toEqual(expected);
});

test('within the dates the week is the new one, outside them it is the old one', () => {
  const someSpan = fc.record({
    isodow: fc.integer({ min: 1, max: 7 }),
    startMin: fc.constantFrom(480, 600),
    endMin: fc.constantFrom(720, 840),
    weekInterval: fc.constantFrom<1 | 2>(1, 2),
    weekAnchor: fc.constantFrom('2026-03-02', '2026-03-12'),
    label: fc.constantFrom<'' | 'urgent'>('', 'urgent'),
  });
  const someDay = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-03-01', n));
  const someRule = fc
    .tuple(someSpan, fc.option(someDay), fc.option(someDay))
    .map(([at, from, to]) => rule(at, from, to));
  const on = (rules: readonly OpeningRule[], day: string) =>
    ['', 'urgent'].map((label) => {
      const said = rules.filter((one) => (one.label ?? '') === label);
      return ruleHours({ resourceId: 'nadir', day, zone: 'Europe/Paris', rules: said });
    });
  fc.assert(
    fc.property(fc.array(someRule), fc.array(someSpan), someDay, fc.option(someDay), (rules, hours, from, last) => {
      const to = last !== null && last < from ? from : last;
      const next = replaceWeek('nadir', rules, hours, from, to);
      const wanted = hours.map((at) => rule(at, null, null));
      for (let day = '2026-02-20'; day < '2026-04-20'; day = addDays(day, 1)) {
        const isInside = from <= day && (to === null || day <= to);
        expect([day, on(next, day)]).toEqual([day, on(isInside ? wanted : rules, day)]);
      }
    }),
    { numRuns: 60 },
  );
});
