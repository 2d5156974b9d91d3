import { thinNoBreak } from '../fr/typography.js';
import type { LocalDay } from '../time/zone.js';
import type { NamedPerson } from './formats-shape.js';

const minus = '\u2212';

/** Day and month names of a language, read from the platform's tables; UTC, so no process zone can shift a day. */
export function calendarNames(language: string) {
  const part = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (day: LocalDay) => format.format(Date.parse(`${day}T00:00:00Z`));
  };
  return {
    weekday: part({ weekday: 'long' }),
    weekdayShort: part({ weekday: 'short' }),
    month: part({ month: 'long' }),
    monthShort: part({ month: 'short' }),
  };
}

/** Hours and minutes of a number of minutes; throws RangeError when negative or not whole. */
export function hoursAndMinutes(minutes: number): { hours: number; rest: number; padded: string } {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`not a count of minutes: ${minutes}`);
  const rest = minutes % 60;
  return { hours: Math.floor(minutes / 60), rest, padded: String(rest).padStart(2, '0') };
}

export function yearOf(day: LocalDay): string {
  return day.slice(0, 4);
}

export function dayOfMonth(day: LocalDay): number {
  return Number(day.slice(8, 10));
}

/** '02/03/2026'. */
export function slashedDate(day: LocalDay): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${yearOf(day)}`;
}

/** Whole euros and cents of an amount, without its sign; throws RangeError when cents are not whole. */
export function eurosAndCents(cents: number): { sign: string; euros: number; cents: number; padded: string } {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not an amount in cents: ${cents}`);
  const positive = Math.abs(cents);
  const rest = positive % 100;
  return {
    sign: cents < 0 ? minus : '',
    euros: Math.floor(positive / 100),
    cents: rest,
    padded: String(rest).padStart(2, '0'),
  };
}

/** Groups of three digits from the right; a minus sign when negative. */
export function groupThousands(value: number, separator: string): string {
  const grouped = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, separator);
  return Math.round(value) < 0 ? minus + grouped : grouped;
}

/** At most one decimal, with the decimal sign of the language. */
export function oneDecimal(value: number, decimalSign: string): string {
  return String(Math.round(value * 10) / 10)
    .replace('-', minus)
    .replace('.', decimalSign);
}

/** NIR in its groups: sex, year, month, department, commune, order, key. */
export function groupNir(nir: string): string {
  const parts = /^(.)(..)(..)(..)(...)(...)(..)?$/.exec(nir.replace(/\s/g, ''));
  if (!parts) return nir;
  return parts
    .slice(1)
    .filter((part) => part !== undefined)
    .join(thinNoBreak);
}

/** Sex, year and month stay readable: what the desk needs to tell two people apart; the rest is hidden. */
export function maskNir(nir: string): string {
  return groupNir(nir)
    .split(thinNoBreak)
    .map((group, index) => (index < 3 ? group : '•'.repeat(group.length)))
    .join(thinNoBreak);
}

/** 'DUPONT Marie', with the typographic apostrophe. */
export function fullName(person: NamedPerson): string {
  const name = (person.usedName || person.birthName || '').toLocaleUpperCase('fr');
  return [name, person.firstName]
    .map((part) => part.trim().replaceAll("'", '’'))
    .filter(Boolean)
    .join(' ');
}

export function initialsOf(person: NamedPerson): string {
  return [person.firstName, person.usedName || person.birthName || '']
    .map((part) => /\p{L}/u.exec(part)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('fr');
}
