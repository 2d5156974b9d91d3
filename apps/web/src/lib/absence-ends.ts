import { addDays, type LocalDay, toLocal } from '@pupitre/shared/time/zone';

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
