import { isoWeekNumber } from '@pupitre/shared/time/iso-week';
import { addDays, type LocalDay } from '@pupitre/shared/time/zone';

export const firstOf = (month: string): LocalDay => `${month}-01`;

/** `2026-03` and 1 make `2026-04`. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, rank = 1] = month.split('-').map(Number);
  const count = year * 12 + rank - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Every day of a month, in order. */
export function daysOfMonth(month: string): LocalDay[] {
  const days: LocalDay[] = [];
  for (let day = firstOf(month); day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The weeks of consecutive days, each with how many of them it holds. */
export function weeksOf(days: readonly LocalDay[]): { number: number; first: LocalDay; length: number }[] {
  const weeks: { number: number; first: LocalDay; length: number }[] = [];
  for (const day of days) {
    const number = isoWeekNumber(day);
    const last = weeks.at(-1);
    if (last?.number === number) last.length += 1;
    else weeks.push({ number, first: day, length: 1 });
  }
  return weeks;
}
