import { addDays, isoWeekday, type LocalDay } from '../time/zone.js';
import { type PartOfDay, partsOfDay } from './free-day.js';

export type { PartOfDay } from './free-day.js';

/** Days inclusive; null leaves that end open. */
export interface DaySpan {
  readonly from: LocalDay | null;
  readonly to: LocalDay | null;
}

/** Minutes of a weekday (1 is Monday), end exclusive, that a visit may take; null means every day. */
export interface TimeWindow {
  readonly isodow: number | null;
  readonly startMin: number;
  readonly endMin: number;
}

/** When somebody wants to come. Days inclusive; `toDay` is null when nothing bounds the search. */
export interface BookingWhen {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay | null;
  /** ISO weekdays wanted among these days; absent when all are. */
  readonly weekdays?: readonly number[];
  readonly partOfDay?: PartOfDay;
  /** Minutes from local midnight: no visit begins earlier. */
  readonly afterMin?: number;
  /** Minutes from local midnight: the visit is over by then. */
  readonly beforeMin?: number;
  /** Hours that differ from one weekday to the other: « mar matin ou jeu apm ». */
  readonly windows?: readonly TimeWindow[];
}

/** What one phrase says about the time. Several add up: days narrow each other, the rest is said once. */
export interface WhenWord extends Partial<Omit<BookingWhen, 'fromDay' | 'toDay'>> {
  readonly days?: DaySpan;
  /** « les mardis »: all of them, not the next one. */
  readonly isEvery?: boolean;
}

/**
 * The days and hours that several phrases mean together, or undefined when they contradict each other, say a thing
 * twice, or leave no day from today on. A weekday alone is the next one after today (today has its own word); beside
 * other days it picks those of its name among them: « ven sem 12 » is one day, « ven avant le 20 » may be two.
 */
export function resolveWhen(words: readonly WhenWord[], today: LocalDay): BookingWhen | undefined {
  const said: WhenWord = Object.assign({}, ...words);
  const keys = words.flatMap((word) => Object.keys(word)).filter((key) => key !== 'days');
  if (new Set(keys).size !== keys.length) return undefined;
  const spans = words.flatMap(({ days }) => days ?? []);
  const days = wantedDays(said, spans, today);
  if (!days || !leavesTime(said)) return undefined;
  const { partOfDay, afterMin, beforeMin, windows } = said;
  return {
    ...days,
    ...(partOfDay && { partOfDay }),
    ...(afterMin !== undefined && { afterMin }),
    ...(beforeMin !== undefined && { beforeMin }),
    ...(windows && { windows }),
  };
}

/** Days that are over for good: the phrase is understood and means the past. */
export function isOver({ days }: WhenWord, today: LocalDay): boolean {
  return days?.to != null && days.to < today;
}

/** The day of that ISO weekday next after `day`, never `day` itself. */
export function weekdayAfter(day: LocalDay, isodow: number): LocalDay {
  return addDays(day, ((isodow - isoWeekday(day) + 6) % 7) + 1);
}

type WantedDays = Pick<BookingWhen, 'fromDay' | 'toDay' | 'weekdays'>;

function wantedDays(
  { weekdays, isEvery }: WhenWord,
  spans: readonly DaySpan[],
  today: LocalDay,
): WantedDays | undefined {
  const from = spans.map((span) => span.from ?? today).reduce(later, today);
  const to = spans.map((span) => span.to).reduce(earlier, null);
  if (to !== null && from > to) return undefined;
  if (!weekdays) return { fromDay: from, toDay: to };
  const [only] = weekdays;
  if (spans.length === 0 && weekdays.length === 1 && only !== undefined && !isEvery) {
    const day = weekdayAfter(today, only);
    return { fromDay: day, toDay: day };
  }
  return amongDays(weekdays, spans.length === 0 && !isEvery ? addDays(from, 1) : from, to);
}

function amongDays(weekdays: readonly number[], from: LocalDay, to: LocalDay | null): WantedDays | undefined {
  const first = week(from, 1).find((day) => weekdays.includes(isoWeekday(day)));
  const last = to === null ? null : week(to, -1).find((day) => weekdays.includes(isoWeekday(day)));
  if (first === undefined || last === undefined || (last !== null && first > last)) return undefined;
  if (first === last) return { fromDay: first, toDay: last };
  return { fromDay: first, toDay: last, weekdays: [...new Set(weekdays)].sort() };
}

/** Seven days from one on, forwards or backwards. */
function week(from: LocalDay, step: 1 | -1): LocalDay[] {
  return Array.from({ length: 7 }, (_, ahead) => addDays(from, step * ahead));
}

function leavesTime({ partOfDay, afterMin = 0, beforeMin = 1440, windows }: WhenWord): boolean {
  const part = partOfDay ? partsOfDay[partOfDay] : { startMin: 0, endMin: 1440 };
  const [start, end] = [Math.max(part.startMin, afterMin), Math.min(part.endMin, beforeMin)];
  const within = windows ?? [{ startMin: 0, endMin: 1440 }];
  return within.some(({ startMin, endMin }) => Math.max(start, startMin) < Math.min(end, endMin));
}

function later(a: LocalDay, b: LocalDay): LocalDay {
  return a > b ? a : b;
}

function earlier(a: LocalDay | null, b: LocalDay | null): LocalDay | null {
  return a === null || (b !== null && b < a) ? b : a;
}
