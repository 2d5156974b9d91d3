import { expect, test } from '@jest/globals';
import { readClock } from '../../lib/read-clock';
import type { Stretch } from './hours/week-layers';
import { minutesOf, paintedDay, readWeek, sameWeek, shownHours, type TypedSpan, weekOn } from './week-draft';

const typed = (key: string, from: string, to: string, isodow = 1): TypedSpan => ({
  ...{ key, isodow, from, to, turn: 'every', label: '', siteId: null },
});
const span = (startMin: number, endMin: number, isodow = 1): Stretch => ({
  ...{ isodow, startMin, endMin, turn: 'every', label: '', siteId: null },
});

test.each([
  ['8h30', 510],
  ['8\u00a0h\u00a030', 510],
  ['08:30', 510],
  ['24 h', 1440],
  ['24:00', 1440],
  ['24h30', null],
  ['midi', null],
  ['', null],
])('« %s » reads as %s', (text, minutes) => {
  expect(readClock(text)).toBe(minutes);
});

test('a week that can be read comes in order', () => {
  const { hours, faults } = readWeek([typed('b', '14h', '18h'), typed('a', '8h', '12h30')]);
  expect(faults.size).toBe(0);
  expect(hours).toEqual([span(480, 750), span(840, 1080)]);
});

test('each faulty line is told, and the others are drawn all the same', () => {
  const spans = [
    typed('fine', '8h', '12h'),
    typed('over', '11h', '13h'),
    typed('from', 'x', '18h'),
    typed('to', '14h', ''),
    typed('back', '18h', '14h'),
  ];
  const { hours, faults, drawable } = readWeek(spans);
  expect(hours).toBeNull();
  expect([...faults].sort()).toEqual([
    ['back', 'end_before_start'],
    ['from', 'from_unreadable'],
    ['over', 'overlap'],
    ['to', 'to_unreadable'],
  ]);
  expect(drawable).toEqual([span(480, 720), span(660, 780)]);
});

test('what stays, what is new and what goes are painted apart', () => {
  const saved = [span(480, 720), span(840, 1110)];
  const drafted = [span(480, 750), span(840, 1020), span(540, 600, 2)];
  const as = { label: '', siteId: null, turn: 'every' };
  expect(paintedDay(1, saved, drafted, 'every')).toEqual([
    { kind: 'kept', startMin: 480, endMin: 720, ...as },
    { kind: 'added', startMin: 720, endMin: 750, ...as },
    { kind: 'kept', startMin: 840, endMin: 1020, ...as },
    { kind: 'removed', startMin: 1020, endMin: 1110, ...as },
  ]);
});

test('two kinds of week are painted beside each other, one alone in its own view', () => {
  const drafted = [span(480, 720), { ...span(720, 780), turn: 'odd' as const }];
  const shown = (view: 'every' | 'even' | 'odd') =>
    paintedDay(1, drafted, drafted, view).map(({ startMin, endMin, turn }) => `${startMin}-${endMin} ${turn}`);
  expect(shown('odd')).toEqual(['480-780 every']);
  expect(shown('even')).toEqual(['480-720 every']);
  expect(shown('every')).toEqual(['480-720 even', '480-780 odd']);
});

test('what becomes an emergency stretch is not drawn as taken away', () => {
  const kept = { ...span(660, 720), label: 'urgent' as const };
  const blocks = paintedDay(1, [span(480, 720)], [span(480, 660), kept], 'every');
  expect(blocks.map(({ kind, label, startMin }) => `${kind} ${label} ${startMin}`)).toEqual([
    'kept  480',
    'added urgent 660',
  ]);
});

test('the week in force leaves out the past, the future and other columns', () => {
  const rule = { resourceId: 'a', ...span(480, 720), validFrom: null, validTo: null };
  const rules = [
    { ...rule, startMin: 500, validTo: '2026-03-02' },
    { ...rule, startMin: 510, validTo: '2026-03-01' },
    { ...rule, startMin: 520, validFrom: '2026-03-03' },
    { ...rule, startMin: 530, resourceId: 'b' },
    rule,
  ];
  expect(weekOn(rules, 'a', '2026-03-02')).toEqual([span(480, 720), span(500, 720)]);
  const saturdays = { ...rule, weekInterval: 2 as const, weekAnchor: '2026-02-23' };
  expect(weekOn([saturdays], 'a', '2026-03-02')).toEqual([{ ...span(480, 720), turn: 'odd' }]);
});

test('weeks are compared, counted and framed', () => {
  expect(sameWeek([span(840, 1080), span(480, 720)], [span(480, 720), span(840, 1080)])).toBe(true);
  expect(sameWeek([span(480, 720)], [span(480, 720, 2)])).toBe(false);
  expect(minutesOf([span(480, 720), span(840, 1080)])).toBe(480);
  expect(shownHours([])).toEqual({ first: 8, last: 19 });
  expect(shownHours([span(430, 1230)])).toEqual({ first: 7, last: 21 });
});
