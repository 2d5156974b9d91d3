import { addDays, isoWeekday, isRealDay, type LocalDay } from '../time/zone.js';

/** Noon parts the day: a morning ends and an afternoon begins at minute 720. */
export type PartOfDay = 'morning' | 'afternoon';

/** Days inclusive; `toDay` is null when nothing bounds the search. `atMin` is minutes from local midnight. */
export interface BookingWhen {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay | null;
  readonly partOfDay?: PartOfDay;
  readonly atMin?: number;
}

/** What one word says about the time; several add up, each thing said once. */
export interface WhenWord {
  readonly day?: LocalDay;
  readonly weekday?: number;
  readonly weeksAhead?: number;
  readonly before?: LocalDay;
  readonly partOfDay?: PartOfDay;
  readonly atMin?: number;
}

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const parts: Readonly<Record<string, PartOfDay>> = {
  mat: 'morning',
  matin: 'morning',
  apm: 'afternoon',
  aprem: 'afternoon',
  'apres-midi': 'afternoon',
};

/**
 * The meaning of one word, lower case without accents: auj, dem, lun…dim, mat, apm, 15h30, 15:30, 20/03, <20/03, sem+2.
 * Undefined when it is none of them.
 */
export function whenWord(word: string, today: LocalDay): WhenWord | undefined {
  if (word === 'auj' || word === "aujourd'hui") return { day: today };
  if (word === 'dem' || word === 'demain') return { day: addDays(today, 1) };
  const weekday = weekdays.findIndex((name) => word === name || word === name.slice(0, 3));
  if (weekday >= 0) return { weekday: weekday + 1 };
  if (Object.hasOwn(parts, word)) return { partOfDay: parts[word] };
  const week = /^sem\+(\d{1,2})$/.exec(word);
  if (week) return { weeksAhead: Number(week[1]) };
  const time = /^([01]?\d|2[0-3])(?:h([0-5]\d)?|:([0-5]\d))$/.exec(word);
  if (time) return { atMin: Number(time[1]) * 60 + Number(time[2] ?? time[3] ?? 0) };
  const date = /^(<?)(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(word);
  if (!date) return undefined;
  const day = dayNamed(date[2] ?? '', date[3] ?? '', date[4], today);
  if (day === undefined) return undefined;
  return date[1] === '<' ? { before: day } : { day };
}

/**
 * The days and hours several words mean together, or undefined when they contradict each other, say a thing twice or
 * leave no day from today on. A weekday alone is the next one after today: today has its own word. With `sem+2` it is
 * the one of the second calendar week after this one. `<20/03` ends the search on the eve.
 */
export function resolveWhen(words: readonly WhenWord[], today: LocalDay): BookingWhen | undefined {
  const said: WhenWord = Object.assign({}, ...words);
  if (words.flatMap((word) => Object.keys(word)).length !== Object.keys(said).length) return undefined;
  if (said.day !== undefined && (said.weekday !== undefined || said.weeksAhead !== undefined)) return undefined;
  if (said.atMin !== undefined && said.partOfDay !== undefined) {
    if (said.atMin < 720 !== (said.partOfDay === 'morning')) return undefined;
  }
  const { from, to } = daysMeant(said, today);
  const eve = said.before === undefined ? null : addDays(said.before, -1);
  if (from < today || (eve !== null && from > eve)) return undefined;
  return {
    fromDay: from,
    toDay: to === null || (eve !== null && eve < to) ? eve : to,
    ...(said.partOfDay && { partOfDay: said.partOfDay }),
    ...(said.atMin !== undefined && { atMin: said.atMin }),
  };
}

function daysMeant({ day, weekday, weeksAhead }: WhenWord, today: LocalDay): { from: LocalDay; to: LocalDay | null } {
  if (day !== undefined) return { from: day, to: day };
  const monday = addDays(today, 1 - isoWeekday(today));
  if (weeksAhead !== undefined) {
    const start = addDays(monday, 7 * weeksAhead);
    if (weekday === undefined) return { from: start < today ? today : start, to: addDays(start, 6) };
    const meant = addDays(start, weekday - 1);
    return { from: meant, to: meant };
  }
  if (weekday === undefined) return { from: today, to: null };
  const meant = addDays(today, ((weekday - isoWeekday(today) + 6) % 7) + 1);
  return { from: meant, to: meant };
}

/** Without a year, the next time that date comes, today included, within a year. */
function dayNamed(date: string, month: string, year: string | undefined, today: LocalDay): LocalDay | undefined {
  const rest = `-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear + 1] : [year.length === 2 ? `20${year}` : year];
  return years.map((y) => `${y}${rest}`).find((day) => isRealDay(day) && (year !== undefined || day >= today));
}
