import { fold } from '../patients/search-folding.js';
import { addDays, daysBetween, isRealDay, type LocalDay } from '../time/zone.js';
import type { LineReason } from './import-codes.js';

/** Oldest age believed of two digits of year; the oldest person of the world was 122. */
const oldestBelieved = 105;
/** Nobody alive was born before. */
const firstBirth = '1880-01-01';
/** Day 60 of spreadsheets is a 29 February 1900 that never was: from 61 on, days count from here. */
const serialOrigin = '1899-12-30';
/** '1970' is a year without its day, not the day 1 970 of a spreadsheet, in 1905. */
const lastYearWritten = 2100;

export type BirthDateReading =
  | {
      readonly day: LocalDay;
      readonly doubt: 'century_guessed' | 'day_month_swapped' | null;
      readonly note: 'serial_date' | null;
    }
  | { readonly day: null; readonly refusal: Extract<LineReason, `birth_date_${string}`> };

/**
 * A birth date as French software writes it: '31/12/1970', '31-12-70', '31.12.1970', '31 12 1970', '31121970',
 * '1970-12-31', '19701231', '31 décembre 1970', a time after it, or a spreadsheet's day number ('25933').
 *
 * Two digits of year take the century in which the person lives on `today`; when she may be under five or over a
 * hundred, the younger is taken and `century_guessed` doubts it. '04/25/1970' cannot be the 4 of month 25: it reads the
 * other way round, doubted by `day_month_swapped`. A 31 February is refused as no day.
 */
export function readBirthDate(text: string, today: LocalDay): BirthDateReading {
  const written = text
    .trim()
    .replace(/^'/, '')
    .replace(/[T\s]+\d{1,2}[:h]\d{2}(?:[:.]\d+)*\s*(?:Z|[+-]\d{2}:?\d{2})?$/, '');
  if (written === '') return refused('birth_date_empty');
  const numbers = numbersOf(written);
  if (numbers) return fromNumbers(numbers, today);
  if (/^\d{3,5}(?:[.,]0+)?$/.test(written)) return fromSerial(Number.parseInt(written, 10), today);
  return refused('birth_date_unreadable');
}

interface DateNumbers {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly shortYear: boolean;
}

const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

function numbersOf(written: string): DateNumbers | null {
  const yearFirst = /^(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})$/.exec(written);
  if (yearFirst) return numbers(yearFirst[3], yearFirst[2], yearFirst[1]);
  const dayFirst = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/.exec(written);
  if (dayFirst) return numbers(dayFirst[1], dayFirst[2], dayFirst[3]);
  const named = /^(\d{1,2})(?:er)?\s+(\p{L}{3,9})\.?\s+(\d{4}|\d{2})$/u.exec(
    written.replace(/^\p{L}+\s+(?=\d)/u, '').replaceAll('-', ' '),
  );
  if (named) {
    const month = monthOf(fold(named[2] ?? ''));
    return month ? numbers(named[1], String(month), named[3]) : null;
  }
  const compact = /^(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(written);
  if (!compact) return null;
  const [, a, b, c, d] = compact;
  const startsWithYear = a === '19' || a === '20';
  if (startsWithYear && Number(c) >= 1 && Number(c) <= 12 && Number(d) >= 1 && Number(d) <= 31)
    return numbers(d, c, `${a}${b}`);
  return numbers(a, b, `${c}${d}`);
}

/** Whole or cut to three letters or more, as long as one month begins so: 'janv', 'juil', not 'jui'. */
function monthOf(word: string): number | null {
  const found = months.filter((month) => month.startsWith(word));
  return found.length === 1 ? months.indexOf(found[0] ?? '') + 1 : null;
}

function numbers(day = '', month = '', year = ''): DateNumbers {
  return { day: Number(day), month: Number(month), year: Number(year), shortYear: year.length === 2 };
}

function fromNumbers({ day, month, year, shortYear }: DateNumbers, today: LocalDay): BirthDateReading {
  const swapped = month > 12 && month <= 31 && day >= 1 && day <= 12;
  const [date, monthOfYear] = swapped ? [month, day] : [day, month];
  const inYear = (each: number) => dayOf(each, monthOfYear, date);
  const doubt = swapped ? 'day_month_swapped' : null;
  if (!shortYear) return checked(inYear(year), doubt, today);
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const [young, old] = [inYear(century + year), inYear(century - 100 + year)];
  if (!young || young > today) return checked(old, doubt, today);
  const mayBeOld = old !== null && daysBetween(old, today) <= oldestBelieved * 366;
  return checked(young, doubt ?? (mayBeOld ? 'century_guessed' : null), today);
}

function fromSerial(serial: number, today: LocalDay): BirthDateReading {
  const day = serial > lastYearWritten ? addDays(serialOrigin, serial) : null;
  if (!day || day > today) return refused('birth_date_unreadable');
  return { day, doubt: null, note: 'serial_date' };
}

function checked(
  day: LocalDay | null,
  doubt: 'century_guessed' | 'day_month_swapped' | null,
  today: LocalDay,
): BirthDateReading {
  if (!day) return refused('birth_date_not_a_day');
  if (day > today) return refused('birth_date_in_the_future');
  if (day < firstBirth) return refused('birth_date_too_old');
  return { day, doubt, note: null };
}

function refused(refusal: Extract<LineReason, `birth_date_${string}`>): BirthDateReading {
  return { day: null, refusal };
}

function dayOf(year: number, month: number, date: number): LocalDay | null {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const day = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return isRealDay(day) ? day : null;
}
