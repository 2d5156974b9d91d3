import { mondayOf } from '../time/iso-week.js';
import { addDays, type LocalDay } from '../time/zone.js';
import type { BookingLexicon } from './booking-lexicon.js';
import { type DaySpan, type TimeWindow, type WhenWord, weekdayAfter } from './booking-when.js';
import { partsOfDay } from './free-day.js';
import { daysAhead, daysMeant, namesBegun } from './when-days.js';

/** One thing a phrase may mean, and how it is typed without doubt. `day` is set when it is a single day to be named. */
export interface WhenOption {
  readonly word: WhenWord;
  readonly text: string;
  readonly day?: LocalDay;
}

type Reader = (phrase: string, lexicon: BookingLexicon, today: LocalDay) => WhenOption[];

/**
 * What a phrase says about the time, folded: lower case, no accents, single spaces. One option is a meaning, several
 * are a choice (« mardi prochain » on a Monday), none says that it is no moment.
 */
export function readWhen(phrase: string, lexicon: BookingLexicon, today: LocalDay): WhenOption[] {
  const plain = phrase.replace(/(?<=[a-z])\.(?= |$)/g, '');
  for (const read of readers) {
    const options = read(plain, lexicon, today);
    if (options.length > 0) return options;
  }
  const rest = lexicon.article.exec(plain)?.groups?.a;
  return rest === undefined ? [] : readWhen(rest, lexicon, today);
}

/** True when the word is one of the vocabulary, not only the beginning of one. */
export function isWholeWhenWord(word: string, { weekdays, months, named }: BookingLexicon): boolean {
  return named.has(word) || [...weekdays, ...months].flat().includes(word);
}

const readers: readonly Reader[] = [
  readNamed,
  readBounds,
  readCounts,
  readWeekdays,
  (phrase, lexicon, today) =>
    daysMeant(phrase, lexicon, today).map(({ span, text }) => ({ word: { days: span }, text })),
  readBetween,
  (phrase, lexicon) => one(phrase, startingAt(lexicon.time(phrase))),
];

function readNamed(phrase: string, { named }: BookingLexicon, today: LocalDay): WhenOption[] {
  const { inDays, ...said } = named.get(phrase) ?? {};
  if (inDays === undefined) return one(phrase, Object.keys(said).length > 0 ? said : undefined);
  const day = addDays(today, inDays);
  return one(phrase, { ...said, days: { from: day, to: day } });
}

/** « avant le 20 », « après 17h », « dès lun », « d’ici fin mars »: an hour bounds the day, a day bounds the search. */
function readBounds(phrase: string, lexicon: BookingLexicon, today: LocalDay): WhenOption[] {
  const bounds = [
    [lexicon.before, 'beforeMin', ({ from }: DaySpan) => ({ from: null, to: from && addDays(from, -1) })],
    [lexicon.after, 'afterMin', ({ to }: DaySpan) => ({ from: to && addDays(to, 1), to: null })],
    [lexicon.from, 'afterMin', ({ from }: DaySpan) => ({ from, to: null })],
    [lexicon.until, 'beforeMin', ({ to }: DaySpan) => ({ from: null, to })],
  ] as const;
  for (const [pattern, hour, bound] of bounds) {
    const about = pattern.exec(phrase)?.groups?.a;
    if (about === undefined) continue;
    const minutes = timeIn(about, lexicon);
    if (minutes !== undefined) return one(phrase, { [hour]: minutes });
    const ends = hour === 'beforeMin' ? countAhead(about, lexicon, today, false) : undefined;
    if (ends !== undefined) return one(phrase, { days: { from: null, to: ends } });
    const days = daysMeant(about, lexicon, today);
    if (days.length === 0) continue;
    return days.map(({ span, text }) => ({ word: { days: bound(span) }, text: phrase.replace(about, text) }));
  }
  return [];
}

/** « dans 15 j » begins then; « sous 8 j » ends then. */
function readCounts(phrase: string, lexicon: BookingLexicon, today: LocalDay): WhenOption[] {
  const ahead = lexicon.ahead.exec(phrase)?.groups?.a;
  const from = ahead === undefined ? undefined : countAhead(ahead, lexicon, today, true);
  if (from !== undefined) return one(phrase, { days: { from, to: null } });
  const within = lexicon.within.exec(phrase)?.groups?.a;
  const to = within === undefined ? undefined : countAhead(within, lexicon, today, false);
  return one(phrase, to === undefined ? undefined : { days: { from: null, to } });
}

function countAhead(
  phrase: string,
  lexicon: BookingLexicon,
  today: LocalDay,
  inFortnights: boolean,
): LocalDay | undefined {
  const { n, unit } = lexicon.count.exec(phrase)?.groups ?? {};
  const measure = unit === undefined ? undefined : lexicon.units.get(unit);
  if (n === undefined || measure === undefined || (measure === 'hour' && inFortnights)) return undefined;
  const said = inFortnights && measure === 'day' ? lexicon.fortnights.get(Number(n)) : undefined;
  return daysAhead(today, said ?? Number(n), measure);
}

/** One weekday, several (« mar ou jeu »), several with their hours (« mar matin ou jeu apm »), or the one of a week. */
function readWeekdays(phrase: string, lexicon: BookingLexicon, today: LocalDay): WhenOption[] {
  const alone = weekdayIn(phrase, lexicon);
  if (alone) {
    const name = lexicon.weekdays[alone.isodow - 1]?.[0] ?? phrase;
    if (alone.isEvery) return one(phrase, { weekdays: [alone.isodow], isEvery: true });
    return one(name, { weekdays: [alone.isodow] });
  }
  const near = readNearWeekday(phrase, lexicon, today);
  if (near.length > 0) return near;
  const parts = phrase.split(lexicon.or);
  if (parts.length < 2) return [];
  const items = parts.map((part) => weekdayWithHours(part, lexicon));
  if (items.some((item) => item === undefined)) return [];
  const windows = items.flatMap((item) => item ?? []);
  const weekdays = [...new Set(windows.map(({ isodow }) => isodow ?? 0))];
  const isWhole = windows.every(({ startMin, endMin }) => startMin === 0 && endMin === 1440);
  return one(phrase, { weekdays, ...(isWhole ? { isEvery: false } : { windows }) });
}

function weekdayIn(word: string, { weekdays }: BookingLexicon): { isodow: number; isEvery: boolean } | undefined {
  const [at, ...others] = namesBegun(word, weekdays);
  if (at !== undefined) return others.length === 0 ? { isodow: at + 1, isEvery: false } : undefined;
  const plural = weekdays.findIndex(([name]) => `${name}s` === word);
  return plural < 0 ? undefined : { isodow: plural + 1, isEvery: true };
}

/** « mardi prochain »: both readings, unless they are the same day. */
function readNearWeekday(phrase: string, lexicon: BookingLexicon, today: LocalDay): WhenOption[] {
  const next = lexicon.nextWeekday.exec(phrase)?.groups?.weekday;
  const nextOne = next === undefined ? undefined : weekdayIn(next, lexicon);
  if (nextOne) {
    const days = [weekdayAfter(today, nextOne.isodow), addDays(mondayOf(today), 6 + nextOne.isodow)];
    return [...new Set(days)].map((day) => {
      const text = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
      return { word: { days: { from: day, to: day } }, text, day };
    });
  }
  const near = lexicon.thisWeekday.exec(phrase)?.groups?.weekday;
  const thisOne = near === undefined ? undefined : weekdayIn(near, lexicon);
  if (!thisOne) return [];
  const day = addDays(mondayOf(today), thisOne.isodow - 1);
  return one(phrase, { days: { from: day, to: day } });
}

function weekdayWithHours(part: string, lexicon: BookingLexicon): TimeWindow[] | undefined {
  const [first = '', ...rest] = part.trim().split(' ');
  const weekday = weekdayIn(first, lexicon);
  if (!weekday) return undefined;
  const whole = { isodow: weekday.isodow, startMin: 0, endMin: 1440 };
  if (rest.length === 0) return [whole];
  const hours = hoursIn(rest.join(' '), lexicon);
  if (!hours) return undefined;
  const { partOfDay, afterMin = 0, beforeMin = 1440 } = hours;
  const { startMin, endMin } = partOfDay ? partsOfDay[partOfDay] : whole;
  return [{ ...whole, startMin: Math.max(startMin, afterMin), endMin: Math.min(endMin, beforeMin) }];
}

function hoursIn(phrase: string, lexicon: BookingLexicon): WhenWord | undefined {
  const named = lexicon.named.get(phrase);
  if (named) return named.inDays === undefined ? named : undefined;
  const minutes = timeIn(phrase, lexicon);
  if (minutes !== undefined) return startingAt(minutes);
  const after = lexicon.after.exec(phrase)?.groups?.a ?? lexicon.from.exec(phrase)?.groups?.a;
  const before = lexicon.before.exec(phrase)?.groups?.a;
  const [afterMin, beforeMin] = [after, before].map((time) => (time === undefined ? undefined : timeIn(time, lexicon)));
  if (afterMin !== undefined) return { afterMin };
  return beforeMin === undefined ? undefined : { beforeMin };
}

/** « de 14h à 16h », « du 10 au 20 »; an end before the start means nothing. */
function readBetween(phrase: string, lexicon: BookingLexicon, today: LocalDay): WhenOption[] {
  for (const pattern of lexicon.between) {
    const { a, b } = pattern.exec(phrase)?.groups ?? {};
    if (a === undefined || b === undefined) continue;
    const [afterMin, beforeMin] = [timeIn(a, lexicon), timeIn(b, lexicon)];
    if (afterMin !== undefined && beforeMin !== undefined && afterMin < beforeMin) {
      return one(phrase, { afterMin, beforeMin });
    }
    const [from, to] = [a, b].map((end) => daysMeant(asDate(end, lexicon), lexicon, today));
    if (from?.length === 1 && to?.length === 1 && from[0] && to[0] && from[0].span.from <= to[0].span.to) {
      return one(phrase, { days: { from: from[0].span.from, to: to[0].span.to } });
    }
  }
  return [];
}

function asDate(end: string, { numberAs }: BookingLexicon): string {
  return /^\d{1,2}$/.test(end) ? numberAs.date(Number(end)) : end;
}

function timeIn(phrase: string, lexicon: BookingLexicon): number | undefined {
  const rest = lexicon.article.exec(phrase)?.groups?.a;
  return lexicon.time(phrase) ?? (rest === undefined ? undefined : lexicon.time(rest));
}

function startingAt(minutes: number | undefined): WhenWord | undefined {
  return minutes === undefined ? undefined : { afterMin: minutes };
}

function one(text: string, word: WhenWord | undefined): WhenOption[] {
  return word ? [{ word, text }] : [];
}
