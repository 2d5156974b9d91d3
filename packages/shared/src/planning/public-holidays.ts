import { addDays, isRealDay, type LocalDay } from '../time/zone.js';

/** The calendars of public holidays a site can follow: metropolitan France, its three eastern departments, overseas. */
export const holidayZones = [
  ...(['FR', 'FR-57', 'FR-67', 'FR-68', 'FR-GP', 'FR-MQ', 'FR-GF', 'FR-RE', 'FR-YT'] as const),
  ...(['FR-BL', 'FR-MF', 'FR-PM', 'FR-NC', 'FR-PF', 'FR-WF'] as const),
] as const;
export type HolidayZone = (typeof holidayZones)[number];

type When = { readonly month: number; readonly date: number } | { readonly afterEaster: number };

interface HolidayRule {
  readonly code: string;
  readonly when: When;
  /** Absent: everywhere. */
  readonly zones?: readonly HolidayZone[];
  /** First and last year, inclusive. */
  readonly from?: number;
  readonly until?: number;
}

const eastern = ['FR-57', 'FR-67', 'FR-68'] as const;

/**
 * Days of the law, each with its source. Days kept by custom or by a collective agreement only are not here
 * (Good Friday, Mardi gras and 21 July in the Antilles; Muslim feasts in Mayotte): a practice enters them as absences.
 *
 * - Everywhere: Code du travail L3133-1. 8 May since loi 81-893 of 2 October 1981. Whit Monday stays a holiday even
 *   where it is worked as the solidarity day (loi 2008-351).
 * - 57, 67, 68: L3134-13. [to check] Good Friday holds only in communes with a Protestant temple or a mixed church:
 *   a practice elsewhere keeps zone FR and enters 26 December itself.
 * - Abolition of slavery: L3422-2, loi 83-550, décrets 83-1003 and 2012-553. [to check] Saint-Martin: the Code said
 *   27 May as read in 2019, 28 May is celebrated since the 2018 circular; 28 May is kept from 2018.
 * - Nouvelle-Calédonie 24 September (local labour code) [to check].
 * - Polynésie française: Good Friday, 5 March; 29 June until 2025 and 20 November from 2026 [to check: voted in 2025].
 * - Wallis-et-Futuna: 28 April, 29 June, 29 July [to check: no text at hand].
 * - Saint-Pierre-et-Miquelon: the common list.
 */
const rules = [
  { code: 'new_year', when: { month: 1, date: 1 } },
  { code: 'labour_day', when: { month: 5, date: 1 } },
  { code: 'victory_1945', when: { month: 5, date: 8 }, from: 1982 },
  { code: 'bastille_day', when: { month: 7, date: 14 } },
  { code: 'assumption', when: { month: 8, date: 15 } },
  { code: 'all_saints', when: { month: 11, date: 1 } },
  { code: 'armistice_1918', when: { month: 11, date: 11 } },
  { code: 'christmas', when: { month: 12, date: 25 } },
  { code: 'easter_monday', when: { afterEaster: 1 } },
  { code: 'ascension', when: { afterEaster: 39 } },
  { code: 'whit_monday', when: { afterEaster: 50 } },
  { code: 'good_friday', when: { afterEaster: -2 }, zones: [...eastern, 'FR-PF'] },
  { code: 'st_stephen', when: { month: 12, date: 26 }, zones: eastern },
  { code: 'abolition', when: { month: 4, date: 27 }, zones: ['FR-YT'], from: 1984 },
  { code: 'abolition', when: { month: 5, date: 22 }, zones: ['FR-MQ'], from: 1984 },
  { code: 'abolition', when: { month: 5, date: 27 }, zones: ['FR-GP'], from: 1984 },
  { code: 'abolition', when: { month: 6, date: 10 }, zones: ['FR-GF'], from: 1984 },
  { code: 'abolition', when: { month: 12, date: 20 }, zones: ['FR-RE'], from: 1983 },
  { code: 'abolition', when: { month: 10, date: 9 }, zones: ['FR-BL'], from: 2012 },
  { code: 'abolition', when: { month: 5, date: 27 }, zones: ['FR-MF'], from: 2012, until: 2017 },
  { code: 'abolition', when: { month: 5, date: 28 }, zones: ['FR-MF'], from: 2018 },
  { code: 'citizenship_day', when: { month: 9, date: 24 }, zones: ['FR-NC'], from: 2004 },
  { code: 'gospel_arrival', when: { month: 3, date: 5 }, zones: ['FR-PF'], from: 1978 },
  { code: 'autonomy_day', when: { month: 6, date: 29 }, zones: ['FR-PF'], from: 1985, until: 2025 },
  { code: 'matarii', when: { month: 11, date: 20 }, zones: ['FR-PF'], from: 2026 },
  { code: 'st_peter_chanel', when: { month: 4, date: 28 }, zones: ['FR-WF'], from: 1962 },
  { code: 'sts_peter_and_paul', when: { month: 6, date: 29 }, zones: ['FR-WF'], from: 1962 },
  { code: 'territory_day', when: { month: 7, date: 29 }, zones: ['FR-WF'], from: 1962 },
] as const satisfies readonly HolidayRule[];

export type HolidayCode = (typeof rules)[number]['code'];

/** Every holiday code, once: the screens keep one sentence for each. */
export const holidayCodes: readonly HolidayCode[] = [...new Set(rules.map((rule) => rule.code))];

/**
 * The holiday of a local day in a zone, or null. When two fall together (1 May 2008), the fixed date wins.
 * Throws RangeError on a day that does not exist or a zone that is not one of `holidayZones`.
 */
export function publicHoliday(day: LocalDay, holidayZone: string): HolidayCode | null {
  if (!isRealDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  return holidaysOfYear(Number(day.slice(0, 4)), holidayZone).find((holiday) => holiday.day === day)?.code ?? null;
}

/** All holidays of a Gregorian year in a zone, in order of day; two may share one day. */
export function holidaysOfYear(
  year: number,
  holidayZone: string,
): readonly { readonly day: LocalDay; readonly code: HolidayCode }[] {
  if (!isHolidayZone(holidayZone)) throw new RangeError(`not a holiday zone: ${holidayZone}`);
  const key = `${year} ${holidayZone}`;
  const known = years.get(key);
  if (known) return known;
  const easter = easterSunday(year);
  const found = rules
    .filter((rule: HolidayRule) => !rule.zones || rule.zones.includes(holidayZone))
    .filter((rule: HolidayRule) => year >= (rule.from ?? year) && year <= (rule.until ?? year))
    .map(({ code, when }) => ({
      code,
      day: 'afterEaster' in when ? addDays(easter, when.afterEaster) : isoDay(year, when.month, when.date),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  years.set(key, found);
  return found;
}

/** Answers already computed: the rules above are all a year depends on. */
const years = new Map<string, readonly { day: LocalDay; code: HolidayCode }[]>();

/** Easter Sunday of a Gregorian year (anonymous algorithm, Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): LocalDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return isoDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function isHolidayZone(zone: string): zone is HolidayZone {
  return (holidayZones as readonly string[]).includes(zone);
}

function isoDay(year: number, month: number, date: number): LocalDay {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
