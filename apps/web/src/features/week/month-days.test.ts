import { describe, expect, test } from '@jest/globals';
import { heatStep } from './heat';
import { agendaShown } from './last-agenda';
import { daysOfMonth, shiftMonth, weeksOf } from './month-days';

describe('a month', () => {
  test('turns over years', () => {
    expect([shiftMonth('2026-12', 1), shiftMonth('2026-01', -1), shiftMonth('2026-03', 1)]).toEqual([
      '2027-01',
      '2025-12',
      '2026-04',
    ]);
  });

  test('has its days, cut where weeks begin', () => {
    const days = daysOfMonth('2026-03');
    expect([days.length, days[0], days.at(-1)]).toEqual([31, '2026-03-01', '2026-03-31']);
    expect(weeksOf(days).map(({ number, first, length }) => [number, first, length])).toEqual([
      [9, '2026-03-01', 1],
      [10, '2026-03-02', 7],
      [11, '2026-03-09', 7],
      [12, '2026-03-16', 7],
      [13, '2026-03-23', 7],
      [14, '2026-03-30', 2],
    ]);
    expect(daysOfMonth('2024-02')).toHaveLength(29);
  });
});

test('the shade follows the figure, the last rung alone for a day as good as full', () => {
  expect([0, 19, 20, 40, 60, 80, 94, 95, 100].map(heatStep)).toEqual([1, 1, 2, 3, 4, 5, 5, 6, 6]);
});

test('a week opens on the column asked for, else the last one seen, else one’s own, else the first', () => {
  const columns = ['martin', 'leroy', 'nadir'].map((id) => ({ id, practitionerId: `of ${id}` })) as never;
  const shown = (asked?: string, own: string | null = null, last?: string) =>
    agendaShown(columns, asked, own, last)?.id;
  expect(shown('leroy', 'of nadir', 'martin')).toBe('leroy');
  expect(shown('unknown', 'of nadir', 'leroy')).toBe('leroy');
  expect(shown(undefined, 'of nadir')).toBe('nadir');
  expect(shown(undefined, 'of somebody else')).toBe('martin');
  expect(agendaShown([], undefined, null, undefined)).toBeUndefined();
});
