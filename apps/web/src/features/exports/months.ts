import type { LocalDay } from '@pupitre/shared/time/zone';

const pad = (month: number) => String(month).padStart(2, '0');

/** 'YYYY-MM' of a day. */
export const monthOf = (day: LocalDay): string => day.slice(0, 7);

/** The month before: what one exports at the beginning of the next. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${pad(number - 1)}`;
}

/** The twelve months of a year, 'YYYY-MM'. */
export const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, at) => `${year}-${pad(at + 1)}`);
