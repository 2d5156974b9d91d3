import { nationalDigits, normalisePhone } from '../fr/phone.js';
import { isRealDay, type LocalDay } from '../time/zone.js';
import { wordsOf } from './search-folding.js';

/** One way to understand a number: the key rows it stands for, and the same said of a patient's traits. */
export type NumberReading =
  | { readonly kind: 'birth_day'; readonly ddmmyy: string }
  | { readonly kind: 'birth_date'; readonly day: LocalDay }
  | { readonly kind: 'birth_year'; readonly year: string }
  | { readonly kind: 'phone_end'; readonly digits: string };

export interface ReadQuery {
  /** Folded words in the order typed, civility and « née » dropped, six at most. */
  readonly words: readonly string[];
  /** For each number typed, its readings, the likeliest first. */
  readonly numbers: ReadonlyArray<readonly NumberReading[]>;
}

const longestQuery = 6;
const notNames = new Set(['mme', 'mlle', 'mr', 'monsieur', 'madame', 'dr', 'nee']);
const writtenDate = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?![./-]?\d)/g;
const isoDate = /(?<![\d./-])(\d{4})-(\d{2})-(\d{2})(?![./-]?\d)/g;

/**
 * What a search text says: names, a birth date (120362, 12/03/1962), a year (62, 1962), the end of a phone (4712).
 * Digits typed with spaces between are one number. A number alone of one digit says nothing yet.
 */
export function readQuery(text: string): ReadQuery {
  const numbers: NumberReading[][] = [];
  const keepDate = (year: string, month: string, date: string, whole: string) => {
    const reading = birthReading(year, month, date);
    if (!reading) return whole;
    numbers.push([reading]);
    return ' ';
  };
  const rest = text
    .replace(isoDate, (whole, year, month, date) => keepDate(year, month, date, whole))
    .replace(writtenDate, (whole, date, month, year) => keepDate(year, month, date, whole));
  const words: string[] = [];
  let digits = '';
  for (const word of [...wordsOf(rest), '']) {
    if (/^\d+$/.test(word)) {
      digits += word;
      continue;
    }
    if (digits) numbers.push(readNumber(digits));
    digits = '';
    if (word) words.push(word);
  }
  const names = words.filter((word) => !notNames.has(word));
  return {
    words: (names.length > 0 ? names : words).slice(0, longestQuery),
    numbers: numbers.filter((readings) => readings.length > 0),
  };
}

/** Every way to write two neighbouring words as one: 'le guen anne' gives 'leguen anne' and 'le guenanne'. */
export function joinedNeighbours(words: readonly string[]): string[][] {
  return words
    .slice(0, -1)
    .map((word, index) => [...words.slice(0, index), word + words[index + 1], ...words.slice(index + 2)]);
}

/** The readings of bare digits by their count; dates only where such a day can exist. */
function readNumber(digits: string): NumberReading[] {
  const phone: NumberReading = { kind: 'phone_end', digits: phoneDigits(digits) };
  const startOfDate = isDayAndMonth(digits) ? [{ kind: 'birth_day', ddmmyy: digits } as const] : [];
  const asYear = { kind: 'birth_year', year: digits } as const;
  switch (digits.length) {
    case 1:
      return [];
    case 2:
      return [asYear, phone];
    case 4:
      return [phone, ...(/^(?:19|20)/.test(digits) ? [asYear] : []), ...startOfDate];
    case 5:
    case 6:
      return [...startOfDate, phone];
    case 8: {
      const date = birthReading(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2));
      return date ? [date, phone] : [phone];
    }
    default:
      return [phone];
  }
}

function birthReading(year: string, month: string, date: string): NumberReading | null {
  const [mm, dd] = [month.padStart(2, '0'), date.padStart(2, '0')];
  if (year.length === 2) return isDayAndMonth(dd + mm) ? { kind: 'birth_day', ddmmyy: dd + mm + year } : null;
  const day = `${year}-${mm}-${dd}`;
  return isRealDay(day) ? { kind: 'birth_date', day } : null;
}

/** Leap years let 29 February pass: the year may not be known yet. */
function isDayAndMonth(digits: string): boolean {
  return isRealDay(`2000-${digits.slice(2, 4)}-${digits.slice(0, 2)}`);
}

/** A whole number typed with its country code is compared by its national digits. */
function phoneDigits(digits: string): string {
  if (digits.length < 11) return digits;
  const e164 = normalisePhone(`+${digits.replace(/^00/, '')}`, 'FR');
  return e164 ? nationalDigits(e164) : digits;
}
