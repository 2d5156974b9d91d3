import { addDays, daysBetween, isoWeekday, type LocalDay } from './zone.js';

/** The Monday of the week of a day. */
export function mondayOf(day: LocalDay): LocalDay {
  return addDays(day, 1 - isoWeekday(day));
}

/** 1 to 53, weeks from Monday, the first one holding the first Thursday of its year (ISO 8601). */
export function isoWeekNumber(day: LocalDay): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** `count` days from `first` on, in order. */
export function daysFrom(first: LocalDay, count: number): LocalDay[] {
  return Array.from({ length: count }, (_, ahead) => addDays(first, ahead));
}
