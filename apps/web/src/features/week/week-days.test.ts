import { describe, expect, test } from '@jest/globals';
import type { WeekDayView, WeekVisit } from '@pupitre/shared/planning/week.contract';
import { countsOf, frameOfWeek, isShown, roomAt, weekDaysOf } from './week-days';
import { looksFree } from './week-places';

const clock = { today: '2026-03-02', minute: 9 * 60 + 2 };
const closed = (startMin: number, endMin: number) => ({ startMin, endMin, reason: { kind: 'closed' as const } });
const dayOf = (day: string, more: Partial<WeekDayView> = {}): WeekDayView => ({
  ...{ resourceId: 'martin', day, visits: 0, openMinutes: 240, bookedMinutes: 0, occupancy: 0, holes: 1 },
  free: { longest: 240, morning: 240, afternoon: 0 },
  closed: null,
  gaps: [{ startMin: 510, endMin: 720 }],
  closedSpans: [closed(0, 510), closed(720, 1440)],
  ...more,
});
const dayOff: Partial<WeekDayView> = {
  ...{
    openMinutes: 0,
    occupancy: null,
    holes: 0,
    closed: { kind: 'closed' },
    gaps: [],
    closedSpans: [closed(0, 1440)],
  },
};
const visit = (
  id: string,
  day: string,
  startMin: number,
  endMin: number,
  more: Partial<WeekVisit> = {},
): WeekVisit => ({
  ...{ id, resourceId: 'martin', motifId: 'consultation', day, startMin, endMin, status: 'booked', urgent: false },
  ...{ usedName: 'PETIT', birthName: 'PETIT', firstName: 'Jean', cancelledBy: null, cancelReason: '', version: 1 },
  ...{ isRajout: false, meetingId: null },
  ...more,
});

test('those who came in beside another visit are counted apart, the cancelled nowhere', () => {
  const visits = [
    visit('a', '2026-03-02', 540, 560),
    visit('b', '2026-03-02', 540, 550, { isRajout: true }),
    visit('c', '2026-03-02', 600, 610, { isRajout: true, status: 'cancelled' }),
  ];
  expect(countsOf({ load: dayOf('2026-03-02', { visits: 2 }), visits })).toEqual({ booked: 1, rajouts: 1 });
});

describe('the days of a week', () => {
  test('keep working days, and a weekend on which something happens', () => {
    const days = weekDaysOf(
      {
        meetings: [],
        visits: [visit('a', '2026-03-08', 600, 620, { status: 'cancelled' })],
        days: [
          dayOf('2026-03-06', dayOff),
          dayOf('2026-03-07', dayOff),
          dayOf('2026-03-08', dayOff),
          dayOf('2026-03-14'),
          dayOf('2026-03-15', { ...dayOff, closed: { kind: 'holiday', code: 'assumption' } }),
        ],
      },
      clock,
    );
    expect(days.map(({ day }) => day)).toEqual(['2026-03-06', '2026-03-08', '2026-03-14', '2026-03-15']);
    expect(isShown('2026-03-07', [{ closed: { kind: 'closed' }, visits: 1 }])).toBe(true);
  });

  test('offer what is left of today from now on, and of another day from its opening', () => {
    const days = weekDaysOf({ visits: [], meetings: [], days: [dayOf('2026-03-02'), dayOf('2026-03-03')] }, clock);
    expect(days.map(({ free }) => free[0]?.startMin)).toEqual([545, 510]);
    expect(roomAt(days, '2026-03-03', 510)).toBe(210);
    expect(roomAt(days, '2026-03-03', 480)).toBeNull();
  });

  test('are drawn in whole hours around what is open or booked; in ordinary ones when there is nothing', () => {
    const late = visit('a', '2026-03-03', 1145, 1165);
    const days = weekDaysOf({ visits: [late], meetings: [], days: [dayOf('2026-03-03')] }, clock);
    expect(frameOfWeek(days)).toEqual({ openMin: 480, closeMin: 1200 });
    const nothing = weekDaysOf({ visits: [], meetings: [], days: [dayOf('2026-03-03', dayOff)] }, clock);
    expect(frameOfWeek(nothing)).toEqual({ openMin: 480, closeMin: 1140 });
  });
});

describe('a place looks free', () => {
  const moved = visit('moved', '2026-03-02', 540, 560);
  const days = weekDaysOf(
    {
      visits: [
        moved,
        visit('other', '2026-03-03', 600, 620),
        visit('gone', '2026-03-03', 660, 680, { status: 'cancelled' }),
      ],
      meetings: [
        {
          ...{ id: 'staff', kind: 'staff', title: 'Réunion', resourceIds: ['martin'], motifId: null, version: 1 },
          ...{ day: '2026-03-03', startMin: 520, endMin: 540, capacity: null, seated: 0, taken: [] },
        },
      ],
      days: [dayOf('2026-03-02'), dayOf('2026-03-03')],
    },
    clock,
  );
  const hold = { id: 'h', resourceId: 'martin', day: '2026-03-03', holderName: 'Léa BERNARD', expiresAt: 0, taken: [] };
  const holds = [
    { ...hold, startMin: 690, endMin: 710, leftSeconds: 90, isMine: false },
    { ...hold, startMin: 550, endMin: 570, leftSeconds: 90, isMine: true },
  ];
  test.each([
    ['where it stands', '2026-03-02', 545, true],
    ['beside another', '2026-03-03', 620, true],
    ['over a cancelled one', '2026-03-03', 660, true],
    ['over another', '2026-03-03', 610, false],
    ['over a meeting', '2026-03-03', 530, false],
    ['where a colleague holds it', '2026-03-03', 700, false],
    ['where it is mine', '2026-03-03', 550, true],
    ['before the opening', '2026-03-03', 500, false],
    ['on a day that is not shown', '2026-03-09', 600, false],
  ])('%s', (_, day, startMin, expected) => {
    expect(
      looksFree(days, holds, 'moved', { day: String(day), startMin: Number(startMin), endMin: Number(startMin) + 20 }),
    ).toBe(expected);
  });
});
