import { parseDateFr } from '@pupitre/shared/formats/parse';
import { dayNamed } from '@pupitre/shared/planning/day-phrase';
import { addDays, type LocalDay, toLocal } from '@pupitre/shared/time/zone';

/** The day typed as '12/03/2026', '120326', '12/03' (the next one), 'demain', 'mardi'; null when it is none. */
export function readDay(text: string, today: LocalDay): LocalDay | null {
  const exact = parseDateFr(text, today, 'near');
  if (exact) return exact;
  const [, date, month] = /^\s*(\d{1,2})[\s/.-]+(\d{1,2})\s*$/.exec(text) ?? [];
  return dayNamed(date ? `${date}/${month}` : text, today);
}

/** One end of an absence on the wall of the practice; without minutes, the whole day counts. */
export interface AbsenceEnd {
  readonly day: LocalDay;
  readonly minutes: number | null;
}

/** Midnight is not an hour to show: an absence that ends there takes the whole day before. */
export function absenceEnds(
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  zone: string,
): { readonly from: AbsenceEnd; readonly to: AbsenceEnd } {
  const from = toLocal(new Date(startsAt), zone);
  const to = toLocal(new Date(endsAt), zone);
  return {
    from: { day: from.day, minutes: from.minutes || null },
    to: to.minutes === 0 ? { day: addDays(to.day, -1), minutes: null } : to,
  };
}
