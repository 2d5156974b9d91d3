import { addDays, isoWeekday, isRealDay, type LocalDay } from '@pupitre/shared/time/zone';

/** The six weeks, Monday first, around the month of a day: always six, so that the box never jumps. */
export function monthWeeks(day: LocalDay): LocalDay[][] {
  const first = `${day.slice(0, 7)}-01`;
  const start = addDays(first, 1 - isoWeekday(first));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, at) => addDays(start, week * 7 + at)));
}

/** The same date another month, or the last one of a shorter month. */
export function shiftMonth(day: LocalDay, months: number): LocalDay {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const head = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  const dates = [day.slice(8), '30', '29', '28'].map((date) => `${head}-${date}`);
  return dates.find(isRealDay) ?? day;
}
