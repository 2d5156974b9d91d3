import type { LocalDay } from '../../time/zone.js';
import type { RecurrenceRule } from './recurrence-rule.js';

/** A day and minutes from its midnight, on the wall of the event's own zone. */
export interface WallMoment {
  readonly day: LocalDay;
  readonly minutes: number;
}

/** How much work is left, in days looked at; so that no rule can keep the reader busy. */
export interface WorkBudget {
  daysLeft: number;
}

const DAY_MS = 86_400_000;

/**
 * The moments of a rule from `start` on, in order, up to the end of `lastDay`. `start` always comes first and counts
 * (RFC 5545 §3.8.5.3), even where it does not match the rule. UNTIL is left to the caller, who knows the zone.
 * Stops without a word when the budget is spent: check `budget.daysLeft` afterwards. Members between the start and
 * `fromDay` may be skipped, where no COUNT asks for each of them.
 */
export function* ruleMoments(
  rule: RecurrenceRule,
  start: WallMoment,
  lastDay: LocalDay,
  budget: WorkBudget,
  fromDay: LocalDay = start.day,
): Generator<WallMoment> {
  const [first, last] = [numberOf(start.day), numberOf(lastDay)];
  const times = timesOf(rule, start.minutes);
  const weight = 1 + Math.floor((rule.byYearDay.length + rule.byMonthDay.length + rule.byDay.length) / 64);
  let given = 0;
  const isSpent = () => rule.count !== null && given >= rule.count;
  if (first > last) return;
  given += 1;
  yield start;
  const skipped = rule.count === null ? periodsBefore(rule, first, numberOf(fromDay)) : 0;
  for (let period = skipped; !isSpent() && budget.daysLeft > 0; period += 1) {
    const days = periodDays(rule, first, period);
    if ((days[0] ?? 0) > last) return;
    const matching = days.map(dateOf).filter((date) => matches(rule, date, dateOf(first)));
    const moments = matching.flatMap((date) => times.map((minutes) => ({ number: date.number, minutes })));
    budget.daysLeft -= 1 + days.length * weight + moments.length;
    for (const { number, minutes } of atPositions(moments, rule.bySetPos)) {
      const isAfterStart = number > first || (number === first && minutes > start.minutes);
      if (!isAfterStart) continue;
      if (number > last || isSpent()) return;
      given += 1;
      yield { day: dayOf(number), minutes };
    }
  }
}

interface CalendarDate {
  /** Days since 1970-01-01. */
  readonly number: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly weekday: number;
}

/** The days a period may have, in order: one, seven, a month or a year of them. */
function periodDays(rule: RecurrenceRule, first: number, period: number): number[] {
  const step = period * rule.interval;
  const { year, month, weekday } = dateOf(first);
  switch (rule.freq) {
    case 'DAILY':
      return [first + step];
    case 'WEEKLY':
      return runOfDays(first - ((weekday - rule.weekStart + 7) % 7) + step * 7, 7);
    case 'MONTHLY':
      return runOfDays(dayNumber(year, month + step, 1), daysInMonth(year, month + step));
    case 'YEARLY':
      return runOfDays(dayNumber(year + step, 1, 1), daysInYear(year + step));
  }
}

/** Periods that end before a day: one is kept for safety, whose days are then looked at in vain. */
function periodsBefore(rule: RecurrenceRule, first: number, from: number): number {
  const [start, end] = [dateOf(first), dateOf(Math.max(first, from))];
  const apart = {
    DAILY: () => end.number - start.number,
    WEEKLY: () => Math.floor((end.number - start.number) / 7),
    MONTHLY: () => (end.year - start.year) * 12 + end.month - start.month,
    YEARLY: () => end.year - start.year,
  }[rule.freq]();
  return Math.max(0, Math.floor(apart / rule.interval) - 1);
}

/** Each part that is said must hold; what is not said is taken from the start (RFC 5545 §3.3.10). */
function matches(rule: RecurrenceRule, day: CalendarDate, start: CalendarDate): boolean {
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule;
  if (byMonth.length > 0 && !byMonth.includes(day.month)) return false;
  if (byMonthDay.length > 0 && !holds(byMonthDay, day.date, daysInMonth(day.year, day.month))) return false;
  if (byYearDay.length > 0 && !holds(byYearDay, yearDayOf(day), daysInYear(day.year))) return false;
  if (byWeekNo.length > 0 && !isInWeek(day, byWeekNo, rule.weekStart)) return false;
  if (byDay.length > 0) return byDay.some(({ weekday, nth }) => weekday === day.weekday && isNth(rule, day, nth));
  return matchesStart(rule, day, start);
}

function matchesStart(rule: RecurrenceRule, day: CalendarDate, start: CalendarDate): boolean {
  const { byMonth, byWeekNo, byYearDay, byMonthDay } = rule;
  if (rule.freq === 'DAILY') return true;
  if (rule.freq === 'WEEKLY' || byWeekNo.length > 0) return byMonthDay.length > 0 || day.weekday === start.weekday;
  if (byMonthDay.length > 0 || byYearDay.length > 0) return true;
  if (day.date !== start.date) return false;
  return rule.freq === 'MONTHLY' || byMonth.length > 0 || day.month === start.month;
}

/** The nth weekday counts within the month, or within the year where the rule says neither month nor day of month. */
function isNth(rule: RecurrenceRule, day: CalendarDate, nth: number | null): boolean {
  if (nth === null || rule.freq === 'DAILY' || rule.freq === 'WEEKLY' || rule.byWeekNo.length > 0) return true;
  const withinYear = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  const position = withinYear ? yearDayOf(day) : day.date;
  const length = withinYear ? daysInYear(day.year) : daysInMonth(day.year, day.month);
  return nth > 0 ? Math.ceil(position / 7) === nth : Math.ceil((length - position + 1) / 7) === -nth;
}

function atPositions<T>(items: readonly T[], positions: readonly number[]): readonly T[] {
  if (positions.length === 0) return items;
  return items.filter((_, index) => holds(positions, index + 1, items.length));
}

function timesOf(rule: RecurrenceRule, startMinutes: number): number[] {
  const hours = rule.byHour.length > 0 ? rule.byHour : [Math.floor(startMinutes / 60)];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [startMinutes % 60];
  const all = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** True when the place, counted from the beginning or from the end, is among those asked for. */
function holds(asked: readonly number[], place: number, length: number): boolean {
  return asked.includes(place) || asked.includes(place - length - 1);
}

/** The first week of a year is the one with four of its days at least; a day may lie in a week of a neighbour year. */
function isInWeek(day: CalendarDate, asked: readonly number[], weekStart: number): boolean {
  const monday = day.number - ((day.weekday - weekStart + 7) % 7);
  const { year } = dateOf(monday + 3);
  const firstWeek = weekOneOf(year, weekStart);
  const weeks = (weekOneOf(year + 1, weekStart) - firstWeek) / 7;
  return holds(asked, (monday - firstWeek) / 7 + 1, weeks);
}

function weekOneOf(year: number, weekStart: number): number {
  const fourth = dateOf(dayNumber(year, 1, 4));
  return fourth.number - ((fourth.weekday - weekStart + 7) % 7);
}

function runOfDays(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function yearDayOf({ number, year }: CalendarDate): number {
  return number - dayNumber(year, 1, 1) + 1;
}

function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

function daysInYear(year: number): number {
  return dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1);
}

function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

function dateOf(number: number): CalendarDate {
  const utc = new Date(number * DAY_MS);
  return {
    number,
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    date: utc.getUTCDate(),
    weekday: utc.getUTCDay() || 7,
  };
}

function numberOf(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function dayOf(number: number): LocalDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
