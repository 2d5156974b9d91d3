import { type LocalDay, todayIn, toInstant } from '../time/zone.js';
import { type Interval, intervalsOverlap } from './interval.js';
import {
  type AbsenceSpan,
  type AbsentReason,
  closedByAbsence,
  closedByHours,
  type HoursReason,
  type OpeningRule,
} from './practice-day.js';
import { type HolidayCode, publicHoliday } from './public-holidays.js';

/** A place asked for. The duration is elapsed minutes, the start is what the wall clock of the site shows. */
export interface BookingRequest {
  readonly resourceId: string;
  readonly motifId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly durationMin: number;
}

export interface BookingContext {
  readonly zone: string;
  readonly holidayZone: string;
  readonly resource: { readonly id: string; readonly active: boolean };
  readonly motif: { readonly id: string; readonly active: boolean; readonly resourceIds: readonly string[] };
  readonly rules: readonly OpeningRule[];
  readonly absences: readonly AbsenceSpan[];
  /** What already holds the resource on that day, as minutes of the local day; without the visit being moved. */
  readonly busy: readonly Interval[];
  readonly now: Date;
  /** Somebody stands at the desk without an appointment. */
  readonly walkIn?: boolean;
}

/** The note of an absence stays in the agenda: it may be private. */
type AbsenceDetails = Omit<AbsentReason, 'kind' | 'note'>;

export type Refusal =
  | { readonly code: 'appointment.end_before_start'; readonly details: { readonly durationMin: number } }
  | {
      readonly code: 'appointment.nonexistent_local_time';
      readonly details: { readonly day: LocalDay; readonly startMin: number };
    }
  | {
      readonly code: 'appointment.outside_opening_hours';
      readonly details: Interval & { readonly reason: HoursReason };
    }
  | { readonly code: 'appointment.practitioner_absent'; readonly details: Interval & AbsenceDetails }
  | { readonly code: 'appointment.public_holiday'; readonly details: { readonly holiday: HolidayCode } }
  | { readonly code: 'appointment.motif_not_offered'; readonly details: { readonly motifId: string } }
  | { readonly code: 'appointment.slot_taken'; readonly details: Interval }
  | { readonly code: 'appointment.resource_inactive'; readonly details: { readonly resourceId: string } }
  | { readonly code: 'appointment.too_far'; readonly details: { readonly lastDay: LocalDay } }
  | { readonly code: 'appointment.in_the_past'; readonly details: { readonly today: LocalDay } };

/**
 * Every reason not to book, at once; an empty list means yes, as far as is known here: the database has the last word
 * on two desks that ask together. The same function decides in the API and explains on the screen.
 *
 * - An hour of today that is over is not refused: the desk writes down afterwards what happened this morning.
 * - A walk-in of today is taken outside opening hours and on a holiday, since patient and practitioner are both there;
 *   never over another visit, and never on an absent practitioner.
 * - No visit, walk-in or not, may run past midnight: it would belong to two days.
 * Throws RangeError on a day that does not exist or a start outside 0..1440: contracts refuse these first.
 */
export function bookingRefusals(request: BookingRequest, context: BookingContext): Refusal[] {
  const today = todayIn(context.zone, context.now);
  const atTheDesk = context.walkIn === true && request.day === today;
  return [
    ...shapeRefusals(request, context),
    ...dateRefusals(request.day, today),
    ...offerRefusals(request, context),
    ...(atTheDesk ? presenceRefusals(request, context) : openingRefusals(request, context)),
    ...context.busy
      .filter((taken) => intervalsOverlap(wanted(request), taken))
      .map(({ startMin, endMin }): Refusal => ({ code: 'appointment.slot_taken', details: { startMin, endMin } })),
  ];
}

/** The last day that can be booked: two years ahead (29 February falls back to the 28th). */
export function lastBookableDay(today: LocalDay): LocalDay {
  const later = `${String(Number(today.slice(0, 4)) + 2).padStart(4, '0')}${today.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace('-29', '-28') : later;
}

function shapeRefusals({ day, startMin, durationMin }: BookingRequest, { zone }: BookingContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (durationMin <= 0) refusals.push({ code: 'appointment.end_before_start', details: { durationMin } });
  if (toInstant(day, startMin, zone) === null) {
    refusals.push({ code: 'appointment.nonexistent_local_time', details: { day, startMin } });
  }
  return refusals;
}

function dateRefusals(day: LocalDay, today: LocalDay): Refusal[] {
  const lastDay = lastBookableDay(today);
  if (day < today) return [{ code: 'appointment.in_the_past', details: { today } }];
  if (day > lastDay) return [{ code: 'appointment.too_far', details: { lastDay } }];
  return [];
}

function offerRefusals({ resourceId, motifId }: BookingRequest, { resource, motif }: BookingContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (!resource.active || resource.id !== resourceId) {
    refusals.push({ code: 'appointment.resource_inactive', details: { resourceId } });
  }
  if (!motif.active || motif.id !== motifId || !motif.resourceIds.includes(resourceId)) {
    refusals.push({ code: 'appointment.motif_not_offered', details: { motifId } });
  }
  return refusals;
}

function openingRefusals(request: BookingRequest, context: BookingContext): Refusal[] {
  const { zone, holidayZone, rules, absences } = context;
  const { resourceId, day } = request;
  const question = { resourceId, day, zone, holidayZone, rules, absences };
  const asked = wanted(request);
  const refusals: Refusal[] = [];
  const holiday = publicHoliday(day, holidayZone);
  if (holiday) refusals.push({ code: 'appointment.public_holiday', details: { holiday } });
  for (const span of closedByAbsence(question).filter((closed) => intervalsOverlap(asked, closed))) {
    const { absenceId, reason, returnsAt } = span.reason;
    const details = { startMin: span.startMin, endMin: span.endMin, absenceId, reason, returnsAt };
    refusals.push({ code: 'appointment.practitioner_absent', details });
  }
  const shut = closedByHours(question).filter((closed) => intervalsOverlap(asked, closed));
  for (const { startMin, endMin, reason } of shut) {
    refusals.push({ code: 'appointment.outside_opening_hours', details: { startMin, endMin, reason } });
  }
  return shut.at(-1)?.endMin === 1440 ? refusals : [...refusals, ...midnightRefusals(asked)];
}

/** Both stand there: hours and holidays say nothing, an absence and the end of the day still do. */
function presenceRefusals(request: BookingRequest, context: BookingContext): Refusal[] {
  const absences = openingRefusals(request, context).filter(({ code }) => code === 'appointment.practitioner_absent');
  return [...absences, ...midnightRefusals(wanted(request))];
}

function midnightRefusals({ endMin }: Interval): Refusal[] {
  if (endMin <= 1440) return [];
  const details = { startMin: 1440, endMin: 1440, reason: { kind: 'closed' } } as const;
  return [{ code: 'appointment.outside_opening_hours', details }];
}

/** At least a minute: a request without length still stands somewhere, closed or taken. */
function wanted({ startMin, durationMin }: BookingRequest): Interval {
  return { startMin, endMin: startMin + Math.max(1, durationMin) };
}
