import { daysBetween, type LocalDay } from '../time/zone.js';

export interface Age {
  /** Whole years. */
  readonly years: number;
  /** Whole months in all, not beyond the years. */
  readonly months: number;
  /** Days in all. */
  readonly days: number;
}

/**
 * Age on `day` of someone born on `birthDate`, or null before the birth.
 * Somebody born on 29 February turns a year older on 1 March of ordinary years.
 */
export function ageOn(birthDate: LocalDay, day: LocalDay): Age | null {
  const days = daysBetween(birthDate, day);
  if (days < 0) return null;
  const [birthYear, birthMonth, birthDay] = partsOf(birthDate);
  const [year, month, dayOfMonth] = partsOf(day);
  const months = (year - birthYear) * 12 + (month - birthMonth) - (dayOfMonth < birthDay ? 1 : 0);
  return { years: Math.floor(months / 12), months, days };
}

function partsOf(day: LocalDay): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
