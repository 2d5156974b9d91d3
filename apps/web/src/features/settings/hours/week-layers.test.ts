import { expect, test } from '@jest/globals';
import { copyDay, layerOf, paintWeek, type Stretch } from './week-layers';
import { turnFields, turnOf } from './week-turns';

const at = (startMin: number, endMin: number, more: Partial<Stretch> = {}): Stretch => ({
  ...{ isodow: 1, startMin, endMin, turn: 'every', label: '', siteId: null },
  ...more,
});
const brush = { label: '', siteId: null } as const;
const range = (startMin: number, endMin: number, isodow = 1) => ({ isodow, startMin, endMin });
const told = (week: readonly Stretch[]) =>
  week.map(({ isodow, startMin, endMin, turn, label }) => `${isodow} ${startMin}-${endMin} ${turn}${label}`);

test.each([
  ['an empty day', [], range(480, 720), 'every', ['1 480-720 every']],
  ['beside what stands: one stretch', [at(480, 600)], range(600, 720), 'every', ['1 480-720 every']],
  ['over what stands', [at(480, 720)], range(540, 600), 'every', ['1 480-720 every']],
  ['in even weeks alone', [at(480, 720)], range(720, 780), 'even', ['1 480-720 every', '1 720-780 even']],
  [
    'the same in odd weeks: every week again',
    [at(480, 720), at(720, 780, { turn: 'even' })],
    range(720, 780),
    'odd',
    ['1 480-780 every'],
  ],
] as const)('opening paints %s', (_, week, where, turn, expected) => {
  expect(told(paintWeek(week, where, turn, brush))).toEqual(expected);
});

test('closing odd weeks leaves the even ones', () => {
  const week = paintWeek([at(480, 720)], range(540, 600), 'odd', null);
  expect(told(week)).toEqual(['1 480-540 every', '1 540-600 even', '1 600-720 every']);
  expect(layerOf(week, 'odd').map(({ startMin, endMin }) => [startMin, endMin])).toEqual([
    [480, 540],
    [600, 720],
  ]);
});

test('emergencies are painted over an opening, other days are left alone', () => {
  const week = [at(480, 720), at(480, 720, { isodow: 2 })];
  expect(told(paintWeek(week, range(660, 720), 'every', { ...brush, label: 'urgent' }))).toEqual([
    '1 480-660 every',
    '1 660-720 everyurgent',
    '2 480-720 every',
  ]);
});

test('a day is copied in place of others, with its turns', () => {
  const week = [at(480, 720), at(720, 780, { turn: 'even' }), at(900, 960, { isodow: 2 })];
  expect(told(copyDay(week, 1, [1, 2]))).toEqual([
    '1 480-720 every',
    '1 720-780 even',
    '2 480-720 every',
    '2 720-780 even',
  ]);
});

test.each([
  ['even', '2026-03-02', '2026-03-02'],
  ['odd', '2026-03-02', '2026-03-09'],
  ['even', '2026-12-31', '2027-01-11'],
] as const)('%s weeks from %s are counted from %s', (turn, from, weekAnchor) => {
  expect(turnFields(turn, from)).toEqual({ weekInterval: 2, weekAnchor });
  expect(turnOf({ weekInterval: 2, weekAnchor }, weekAnchor)).toBe(turn);
});
