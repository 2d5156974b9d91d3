import { mondayOf } from '../time/iso-week.js';
import { addDays, daysBetween, isoWeekday, type LocalDay } from '../time/zone.js';
import { lastBookableDay } from './booking-refusals.js';

/** Two a week for a year: a prescription is renewed before. */
export const mostOccurrences = 104;

/** Every n days or weeks, at a time of the wall clock, until so many or until a day. */
export interface SeriesRule {
  readonly from: LocalDay;
  readonly unit: 'day' | 'week';
  readonly every: number;
  /** ISO weekdays. None: that of `from` for weeks, all for days. */
  readonly weekdays: readonly number[];
  /** One of both is null. */
  readonly count: number | null;
  readonly until: LocalDay | null;
  /** Holidays and closed days are passed over: the count is reached later. */
  readonly skipHolidays: boolean;
}

export type SeriesFault = 'series.too_many' | 'series.too_long' | 'series.empty';

export interface SeriesDays {
  readonly days: readonly LocalDay[];
  readonly fault: SeriesFault | null;
}

/**
 * The days a rule means, ascending, `extra` more of them after its end. Weeks are counted from the Monday of `from`, by
 * the calendar: no clock change can shift one. `isClosed` says which days the practice is closed.
 *
 * More than 104 days or more than twenty-four months are a fault, found without computing them when they are asked for
 * by number; a rule that means no day is one too. A faulty rule has no days.
 */
export function seriesDays(rule: SeriesRule, extra: number, isClosed: (day: LocalDay) => boolean): SeriesDays {
  const fault = (code: SeriesFault): SeriesDays => ({ days: [], fault: code });
  const last = lastBookableDay(rule.from);
  if ((rule.count ?? 0) + extra > mostOccurrences) return fault('series.too_many');
  if (rule.until !== null && rule.until > last) return fault('series.too_long');
  const days: LocalDay[] = [];
  let left = extra;
  for (let day = rule.from; day <= last; day = addDays(day, 1)) {
    const isOver = rule.count === null ? rule.until === null || day > rule.until : days.length >= rule.count;
    if (isOver && left === 0) return days.length === 0 ? fault('series.empty') : { days, fault: null };
    if (!isOfRule(day, rule)) continue;
    // Whoever adds a visit at the end wants one that can take place.
    if ((isOver || rule.skipHolidays) && isClosed(day)) continue;
    if (isOver) left -= 1;
    days.push(day);
    if (days.length > mostOccurrences) return fault('series.too_many');
  }
  const isWhole = left === 0 && (rule.count === null || days.length === rule.count);
  if (!isWhole) return fault('series.too_long');
  return days.length === 0 ? fault('series.empty') : { days, fault: null };
}

function isOfRule(day: LocalDay, { from, unit, every, weekdays }: SeriesRule): boolean {
  const weekday = isoWeekday(day);
  if (unit === 'day') {
    return daysBetween(from, day) % every === 0 && (weekdays.length === 0 || weekdays.includes(weekday));
  }
  const weeks = daysBetween(mondayOf(from), mondayOf(day)) / 7;
  return weeks % every === 0 && (weekdays.length === 0 ? [isoWeekday(from)] : weekdays).includes(weekday);
}
