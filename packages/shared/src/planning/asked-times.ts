import { isoWeekday, type LocalDay } from '../time/zone.js';
import type { TimeWindow } from './booking-when.js';
import { type PartOfDay, partsOfDay } from './free-day.js';
import { type Interval, intersectIntervals, mergeIntervals } from './interval.js';

/** The hours somebody asks for, of any day. */
export interface AskedTimes {
  readonly partOfDay: PartOfDay | null;
  /** ISO weekdays; none means all. */
  readonly weekdays: readonly number[];
  /** Hours of their weekday, or of all; none means the whole day. A weekday without hours is then not asked for. */
  readonly timeWindows: readonly TimeWindow[];
}

const wholeDay = { startMin: 0, endMin: 1440 } as const;

/** The minutes of a day that a visit may take, merged; none when the day is not asked for. */
export function timesAsked(day: LocalDay, asked: AskedTimes): Interval[] {
  return timesOfWeekday(isoWeekday(day), asked);
}

/** What is left of spans of weekdays within the hours asked for: of opening hours, those that can serve. */
export function withinAsked<Span extends Interval>(
  spans: readonly Span[],
  weekdayOf: (span: Span) => number,
  asked: AskedTimes,
): Span[] {
  return spans.flatMap((span) =>
    intersectIntervals([span], timesOfWeekday(weekdayOf(span), asked)).map((left) => ({ ...span, ...left })),
  );
}

function timesOfWeekday(weekday: number, { partOfDay, weekdays, timeWindows }: AskedTimes): Interval[] {
  if (weekdays.length > 0 && !weekdays.includes(weekday)) return [];
  const part = [partOfDay ? partsOfDay[partOfDay] : wholeDay];
  if (timeWindows.length === 0) return mergeIntervals(part);
  return intersectIntervals(
    part,
    mergeIntervals(timeWindows.filter(({ isodow }) => isodow === null || isodow === weekday)),
  );
}

/** What no day has more of: where to look before the hours themselves are asked. */
export function widestAsked(asked: AskedTimes): Pick<AskedTimes, 'partOfDay' | 'weekdays'> {
  const { partOfDay, weekdays, timeWindows } = asked;
  if (timeWindows.length === 0) return { partOfDay, weekdays };
  const days = [1, 2, 3, 4, 5, 6, 7].filter(
    (weekday) =>
      (weekdays.length === 0 || weekdays.includes(weekday)) &&
      timeWindows.some(({ isodow }) => isodow === null || isodow === weekday),
  );
  const within = ({ startMin, endMin }: Interval) =>
    timeWindows.every((window) => startMin <= window.startMin && window.endMin <= endMin);
  const half = within(partsOfDay.morning) ? 'morning' : within(partsOfDay.afternoon) ? 'afternoon' : null;
  return { partOfDay: partOfDay ?? half, weekdays: days };
}

/** Weekdays and hours that exclude each other: no day of any year will do. */
export function asksNoDay(asked: AskedTimes): boolean {
  return asked.timeWindows.length > 0 && widestAsked(asked).weekdays.length === 0;
}
