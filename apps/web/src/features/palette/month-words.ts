import { fold } from '@pupitre/shared/patients/search-folding';
import type { LocalDay } from '@pupitre/shared/time/zone';

/** Shorter beginnings name several months. */
const SHORTEST = 3;

function monthNames(): string[][] {
  const inOf = (locale: string) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const [french, english] = [inOf('fr-FR'), inOf('en-GB')];
  return Array.from({ length: 12 }, (_, month) => {
    const day = new Date(Date.UTC(2026, month, 15));
    return [fold(french.format(day)), fold(english.format(day))];
  });
}

/**
 * The month a word names, 'YYYY-MM': the latest that has begun (« fév » said in January is last year's).
 * Null when it names none or several (« jui » may be June or July).
 */
export function monthNamed(word: string, today: LocalDay): string | null {
  const typed = fold(word);
  if (typed.length < SHORTEST) return null;
  const meant = monthNames().flatMap((names, month) =>
    names.some((name) => name.startsWith(typed)) ? [month + 1] : [],
  );
  const [month] = meant;
  if (month === undefined || meant.length > 1) return null;
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return `${month > thisMonth ? year - 1 : year}-${String(month).padStart(2, '0')}`;
}
