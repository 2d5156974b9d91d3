import { lastBookableDay } from '../planning/booking-refusals.js';
import { type LocalDay, toInstant } from '../time/zone.js';

export interface AbsenceTimes {
  readonly fromDay: LocalDay;
  /** Minutes of the local day, 0..1440. */
  readonly fromMin: number;
  readonly toDay: LocalDay;
  readonly toMin: number;
}

export type AbsenceRefusal =
  | {
      readonly code: 'appointment.nonexistent_local_time';
      readonly details: { readonly day: LocalDay; readonly startMin: number };
    }
  | { readonly code: 'absence.end_before_start' | 'absence.in_the_past'; readonly details: object }
  | { readonly code: 'absence.too_long'; readonly details: { readonly lastDay: LocalDay } };

/**
 * From when to when somebody is absent, or why that cannot be noted: it ends before it starts or lasts no time, it is
 * wholly over (there is nobody left to tell), it lasts more than two years (nothing can be booked so far ahead), or it
 * names an hour that the clock skips. One that has begun is noted as any other. Throws RangeError on minutes outside
 * 0..1440 or a day that does not exist: contracts refuse these first.
 */
export function absenceSpan(
  { fromDay, fromMin, toDay, toMin }: AbsenceTimes,
  zone: string,
  now: Date,
): { readonly startsAt: Date; readonly endsAt: Date } | AbsenceRefusal {
  const startsAt = toInstant(fromDay, fromMin, zone);
  const endsAt = toInstant(toDay, toMin, zone);
  if (!startsAt) return nonexistent(fromDay, fromMin);
  if (!endsAt) return nonexistent(toDay, toMin);
  if (endsAt <= startsAt) return { code: 'absence.end_before_start', details: {} };
  if (endsAt <= now) return { code: 'absence.in_the_past', details: {} };
  const lastDay = lastBookableDay(fromDay);
  if (toDay > lastDay) return { code: 'absence.too_long', details: { lastDay } };
  return { startsAt, endsAt };
}

const nonexistent = (day: LocalDay, startMin: number): AbsenceRefusal => ({
  code: 'appointment.nonexistent_local_time',
  details: { day, startMin },
});
