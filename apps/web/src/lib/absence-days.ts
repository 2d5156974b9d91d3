import { parseDateFr } from '@pupitre/shared/formats/parse';
import { dayNamed } from '@pupitre/shared/planning/day-phrase';
import type { LocalDay } from '@pupitre/shared/time/zone';

/** The day typed as '12/03/2026', '120326', '12/03' (the next one), 'demain', 'mardi'; null when it is none. */
export function readDay(text: string, today: LocalDay): LocalDay | null {
  const exact = parseDateFr(text, today, 'near');
  if (exact) return exact;
  const [, date, month] = /^\s*(\d{1,2})[\s/.-]+(\d{1,2})\s*$/.exec(text) ?? [];
  return dayNamed(date ? `${date}/${month}` : text, today);
}
