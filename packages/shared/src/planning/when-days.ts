import { mondayOf } from '../time/iso-week.js';
import { addDays, isRealDay, type LocalDay } from '../time/zone.js';
import type { BookingLexicon, TimeUnit } from './booking-lexicon.js';
import { type DaySpan, weekdayAfter } from './booking-when.js';

/** Days a phrase may mean, and how that reading is typed without doubt. */
export interface DaysMeant {
  readonly span: DaySpan & { readonly from: LocalDay; readonly to: LocalDay };
  readonly text: string;
}

const MIN_PREFIX = 3;

/** Places of the names that a word is, or begins with three letters at least: whole names and short forms come first. */
export function namesBegun(word: string, names: readonly (readonly string[])[]): number[] {
  const among = (isMeant: (form: string) => boolean) => names.flatMap((forms, at) => (forms.some(isMeant) ? [at] : []));
  const whole = among((form) => form === word);
  if (whole.length > 0 || word.length < MIN_PREFIX) return whole;
  return among((form) => form.startsWith(word));
}

/**
 * The days that a phrase names: a day, a date, a part of a month, a week. Several answers mean that it is not enough
 * (« jui »), none that it names no days. Weekdays are read as their next date: it is what « avant ven » bounds by.
 */
export function daysMeant(phrase: string, lexicon: BookingLexicon, today: LocalDay): DaysMeant[] {
  const only = (span: DaysMeant['span'] | undefined): DaysMeant[] => (span ? [{ span, text: phrase }] : []);
  const named = lexicon.named.get(phrase);
  if (named?.inDays !== undefined && Object.keys(named).length === 1)
    return only(dayAlone(addDays(today, named.inDays)));
  const month = monthMeant(phrase, lexicon, today);
  if (month.length > 0) return month;
  const week = weekMeant(phrase, lexicon, today);
  if (week) return only(week);
  for (const pattern of lexicon.dates) {
    const groups = pattern.exec(phrase)?.groups;
    const span = groups && dateMeant(groups, lexicon, today);
    if (span) return only(span);
  }
  const [weekday, ...others] = namesBegun(phrase, lexicon.weekdays);
  if (weekday !== undefined && others.length === 0) return only(dayAlone(weekdayAfter(today, weekday + 1)));
  const rest = lexicon.article.exec(phrase)?.groups?.a;
  return rest === undefined ? [] : daysMeant(rest, lexicon, today);
}

/** The day so many units after another; a month that is too short ends on its last day. */
export function daysAhead(day: LocalDay, n: number, unit: TimeUnit): LocalDay {
  if (unit === 'hour') return addDays(day, Math.ceil(n / 24));
  if (unit === 'day') return addDays(day, n);
  if (unit === 'week') return addDays(day, 7 * n);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + (unit === 'year' ? 12 * n : n);
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const date = Math.min(Number(day.slice(8)), Number(lastOf(year, month).slice(8)));
  return dayOf(year, month, date);
}

function monthMeant(phrase: string, lexicon: BookingLexicon, today: LocalDay): DaysMeant[] {
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const whole = (ahead: number) => {
    const first = daysAhead(dayOf(thisYear, thisMonth, 1), ahead, 'month');
    return { from: first, to: addDays(daysAhead(first, 1, 'month'), -1) };
  };
  if (lexicon.thisMonth.test(phrase)) return [{ span: whole(0), text: phrase }];
  if (lexicon.nextMonth.test(phrase)) return [{ span: whole(1), text: phrase }];
  const thirds = [
    [lexicon.early, 1, 10],
    [lexicon.middle, 11, 20],
    [lexicon.late, 21, 31],
  ] as const;
  const third = thirds.find(([pattern]) => pattern.test(phrase));
  const name = third?.[0].exec(phrase)?.groups?.month ?? phrase;
  return namesBegun(name, lexicon.months).flatMap((at) => {
    const { from, to } = monthNext(at + 1, today);
    const span = third
      ? { from: addDays(from, third[1] - 1), to: third[2] === 31 ? to : addDays(from, third[2] - 1) }
      : { from, to };
    return [{ span, text: phrase.replace(name, lexicon.months[at]?.[0] ?? name) }];
  });
}

/** That month of this year, or of the next one once it is over. */
function monthNext(month: number, today: LocalDay): { from: LocalDay; to: LocalDay } {
  const year = Number(today.slice(0, 4)) + (lastOf(Number(today.slice(0, 4)), month) < today ? 1 : 0);
  return { from: dayOf(year, month, 1), to: lastOf(year, month) };
}

function weekMeant(phrase: string, lexicon: BookingLexicon, today: LocalDay): DaysMeant['span'] | undefined {
  const from = (monday: LocalDay) => ({ from: monday, to: addDays(monday, 6) });
  const monday = mondayOf(today);
  if (lexicon.thisWeek.test(phrase)) return from(monday);
  if (lexicon.nextWeek.test(phrase)) return from(addDays(monday, 7));
  const ahead = lexicon.weeksAhead.exec(phrase)?.groups?.n;
  if (ahead !== undefined) return from(addDays(monday, 7 * Number(ahead)));
  const number = lexicon.weekNumber.exec(phrase)?.groups?.n;
  if (number === undefined) return undefined;
  const year = Number(addDays(monday, 3).slice(0, 4));
  const found = [year, year + 1]
    .map((y) => mondayOfWeek(y, Number(number)))
    .find((m) => m !== undefined && addDays(m, 6) >= today);
  return found === undefined ? undefined : from(found);
}

/** ISO 8601: the week of 4 January is the first; undefined for a week that the year has not. */
function mondayOfWeek(year: number, week: number): LocalDay | undefined {
  const monday = addDays(mondayOf(dayOf(year, 1, 4)), 7 * (week - 1));
  return week >= 1 && addDays(monday, 3).startsWith(dayOf(year, 1, 1).slice(0, 4)) ? monday : undefined;
}

function dateMeant(
  { d, m, y, month: name }: Readonly<Record<string, string | undefined>>,
  lexicon: BookingLexicon,
  today: LocalDay,
): DaysMeant['span'] | undefined {
  // Whole names only beside a number: « 15 mar » is fifteen minutes and Tuesday.
  const named = lexicon.months.findIndex((forms) => name !== undefined && forms.includes(name));
  const month = name === undefined && m !== undefined ? Number(m) - 1 : named;
  const year = y === undefined ? undefined : Number(y.length === 2 ? `20${y}` : y);
  if ((name !== undefined && named < 0) || (year !== undefined && (year < 1900 || year > 2199))) return undefined;
  if (d === undefined)
    return year === undefined ? undefined : { from: dayOf(year, month + 1, 1), to: lastOf(year, month + 1) };
  const day = month < 0 ? nextDate(Number(d), today) : nextDay(Number(d), month + 1, year, today);
  return day === undefined ? undefined : dayAlone(day);
}

/** « le 20 »: the next one, today included. */
function nextDate(date: number, today: LocalDay): LocalDay | undefined {
  if (date < 1 || date > 31) return undefined;
  const first = `${today.slice(0, 8)}01`;
  const months = Array.from({ length: 3 }, (_, ahead) => daysAhead(first, ahead, 'month'));
  return months.map((month) => `${month.slice(0, 8)}${two(date)}`).find((day) => isRealDay(day) && day >= today);
}

/** Without a year, the next time that date comes, today included, within a year; with one, even a day that is over. */
function nextDay(date: number, month: number, year: number | undefined, today: LocalDay): LocalDay | undefined {
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear + 1] : [year];
  return years.map((y) => dayOf(y, month, date)).find((day) => isRealDay(day) && (year !== undefined || day >= today));
}

function dayAlone(day: LocalDay): DaysMeant['span'] {
  return { from: day, to: day };
}

function lastOf(year: number, month: number): LocalDay {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return addDays(next, -1);
}

function dayOf(year: number, month: number, date: number): LocalDay {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
