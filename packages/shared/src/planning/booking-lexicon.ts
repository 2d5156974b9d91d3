import type { WhenWord } from './booking-when.js';

export type TimeUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

/** A phrase that is a moment by itself; days are counted from today. */
export type NamedMoment = Omit<WhenWord, 'days'> & { readonly inDays?: number };

/**
 * The words of a language for moments, places and urgency: lower case, without accents, straight apostrophes, single
 * spaces. Groups of the patterns: `a`, `b` phrases; `n` a count, `unit` its unit; `d`, `m`, `y` digits of a date;
 * `month`, `weekday` their names.
 */
export interface BookingLexicon {
  /** Monday first; the whole name first, then its short forms. */
  readonly weekdays: readonly (readonly string[])[];
  readonly months: readonly (readonly string[])[];
  readonly named: ReadonlyMap<string, NamedMoment>;
  /** Single words of moments that nobody is called: they end a sentence without `;`. */
  readonly nobody: readonly string[];
  /** What may stand before a moment and adds nothing to it. */
  readonly article: RegExp;
  readonly dates: readonly RegExp[];
  /** Minutes of a time of day, in the ways it is written. */
  readonly time: (phrase: string) => number | undefined;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly from: RegExp;
  readonly until: RegExp;
  readonly between: readonly RegExp[];
  readonly or: RegExp;
  readonly count: RegExp;
  /** « dans 3 semaines »: from then on. */
  readonly ahead: RegExp;
  /** « sous 8 jours »: by then. */
  readonly within: RegExp;
  readonly units: ReadonlyMap<string, TimeUnit>;
  /** Counts of days that are said for whole weeks. */
  readonly fortnights: ReadonlyMap<number, number>;
  readonly weekNumber: RegExp;
  readonly weeksAhead: RegExp;
  readonly nextWeek: RegExp;
  readonly thisWeek: RegExp;
  readonly nextMonth: RegExp;
  readonly thisMonth: RegExp;
  /** A month by thirds. */
  readonly early: RegExp;
  readonly middle: RegExp;
  readonly late: RegExp;
  /** « mardi prochain »: the next one, or the one of next week? */
  readonly nextWeekday: RegExp;
  readonly thisWeekday: RegExp;
  readonly titles: readonly string[];
  readonly urgent: readonly string[];
  readonly places: ReadonlyMap<string, 'practice' | 'home' | 'video'>;
  /** Words that introduce a person, a motif or a length and add nothing to it. */
  readonly linking: readonly string[];
  /** How a number alone is typed when it is meant for a date, an hour or minutes. */
  readonly numberAs: { readonly date: (n: number) => string; readonly hour: (n: number) => string };
}
