import { type LocalDay, todayIn, toInstant } from '../time/zone.js';
import { type Interval, intervalsOverlap } from './interval.js';
import type { ClosingReason, HolidayOverride, LocumDays } from './opening-hours.js';
import {
  type AbsenceSpan,
  type AbsentReason,
  closedByAbsence,
  closedByHoliday,
  closedByHours,
  type HoursReason,
  type OpeningException,
  type OpeningRule,
} from './practice-day.js';
import type { HolidayCode } from './public-holidays.js';

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
  readonly motif: OfferedMotif;
  readonly rules: readonly OpeningRule[];
  readonly absences: readonly AbsenceSpan[];
  readonly exceptions?: readonly OpeningException[];
  readonly holidayOverrides?: readonly HolidayOverride[];
  readonly locums?: readonly LocumDays[];
  /** What already holds the resource on that day, as minutes of the local day; without the visit being moved. */
  readonly busy: readonly BusySpan[];
  readonly now: Date;
  /** Somebody stands at the desk without an appointment. */
  readonly walkIn?: boolean;
  /** Cannot wait: stretches reserved for urgent visits are hers. */
  readonly urgent?: boolean;
  /** How it is booked; absent: nobody asks. */
  readonly channel?: string;
  /** Absent: not known here, and the server asks. */
  readonly patient?: BookedPatient;
  /** Open stretches kept for urgent visits, minutes of the local day. */
  readonly reserved?: readonly Interval[];
  /** Visits already beside others in the same half-day of the column. */
  readonly rajouts?: number;
  /** Each pool the motif draws from, and whether one of it is free for as long as it is needed. */
  readonly needs?: readonly { readonly poolId: string; readonly name: string; readonly isFree: boolean }[];
}

/** What holds a column: minutes of the local day, preparation and cleaning included. A hold says whose and until when. */
export interface BusySpan extends Interval {
  readonly held?: { readonly by: string; readonly until: string };
  /** A staff meeting, or a session whose seats are taken by another way. */
  readonly meeting?: { readonly kind: 'staff' | 'group'; readonly title: string };
}

export interface BookedPatient {
  /** Never came, and is not booked. Absent: a visit that moves was settled when it was booked. */
  readonly isNew?: boolean;
  /** Her other visits of that day, minutes of the column's local day, wherever they are. */
  readonly busy: readonly PatientSpan[];
}

/** `isElsewhere`: in an agenda that whoever asks may not read; its times are not told. */
export interface PatientSpan extends Interval {
  readonly isElsewhere?: boolean;
}

/** A motif as the rule needs it; what is absent asks nothing. */
export interface OfferedMotif {
  readonly id: string;
  readonly active: boolean;
  readonly resourceIds: readonly string[];
  /** Minutes the column is kept before and after the visit itself. */
  readonly beforeMin?: number;
  readonly afterMin?: number;
  readonly channels?: readonly string[];
  readonly patients?: 'all' | 'new' | 'known';
  /** Visits allowed beside others in a half-day of a column. */
  readonly rajouts?: number;
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
  | { readonly code: 'appointment.practice_closed'; readonly details: { readonly label: string } }
  | { readonly code: 'appointment.motif_not_offered'; readonly details: { readonly motifId: string } }
  | { readonly code: 'appointment.slot_taken'; readonly details: Interval }
  | {
      readonly code: 'appointment.slot_held';
      readonly details: Interval & { readonly by: string; readonly until: string };
    }
  | {
      readonly code: 'appointment.in_meeting' | 'appointment.group_session';
      readonly details: Interval & { readonly title: string };
    }
  | { readonly code: 'appointment.rajouts_used_up'; readonly details: { readonly allowed: number } }
  | { readonly code: 'appointment.reserved_for_urgent'; readonly details: Interval }
  /** Without times: in an agenda that whoever asks may not read. */
  | { readonly code: 'appointment.patient_busy'; readonly details: Interval | Readonly<Record<keyof Interval, null>> }
  | { readonly code: 'appointment.channel_not_offered'; readonly details: { readonly channel: string } }
  | { readonly code: 'appointment.new_patients_only' | 'appointment.known_patients_only'; readonly details: object }
  | {
      readonly code: 'appointment.need_not_free';
      readonly details: { readonly poolId: string; readonly name: string };
    }
  | { readonly code: 'appointment.resource_inactive'; readonly details: { readonly resourceId: string } }
  | { readonly code: 'appointment.too_far'; readonly details: { readonly lastDay: LocalDay } }
  | {
      readonly code: 'appointment.in_the_past' | 'appointment.walk_in_not_today';
      readonly details: { readonly today: LocalDay };
    };

/**
 * Every reason not to book, at once; an empty list means yes, as far as is known here: the database has the last word
 * on two desks that ask together. The same function decides in the API and explains on the screen.
 *
 * - An hour of today that is over is not refused: the desk writes down afterwards what happened this morning.
 * - Somebody who stands at the desk has come today: as a walk-in of a later day she is refused.
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
    ...(context.walkIn && request.day > today
      ? [{ code: 'appointment.walk_in_not_today', details: { today } } as const]
      : []),
    ...offerRefusals(request, context),
    ...(atTheDesk ? presenceRefusals(request, context) : openingRefusals(request, context)),
    ...placeRefusals(request, context),
    ...patientRefusals(request, context),
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

/** Who or what stands there already: in the column, its emergency stretches, the rooms and machines it needs. */
function placeRefusals(request: BookingRequest, context: BookingContext): Refusal[] {
  const { busy, urgent, reserved = [], needs = [], motif, rajouts = 0 } = context;
  const asked = claimed(request, motif);
  const met = busy.filter((taken) => intervalsOverlap(asked, taken));
  const refusals = met.map(({ startMin, endMin, held, meeting }): Refusal => {
    if (held) return { code: 'appointment.slot_held', details: { startMin, endMin, ...held } };
    if (meeting) return { code: meetingCode[meeting.kind], details: { startMin, endMin, title: meeting.title } };
    return { code: 'appointment.slot_taken', details: { startMin, endMin } };
  });
  if (motif.rajouts !== undefined && rajouts >= motif.rajouts && met.some(({ held, meeting }) => !held && !meeting)) {
    refusals.push({ code: 'appointment.rajouts_used_up', details: { allowed: motif.rajouts } });
  }
  const kept = urgent ? [] : reserved.filter((span) => intervalsOverlap(wanted(request), span));
  for (const { startMin, endMin } of kept) {
    refusals.push({ code: 'appointment.reserved_for_urgent', details: { startMin, endMin } });
  }
  for (const { poolId, name } of needs.filter(({ isFree }) => !isFree)) {
    refusals.push({ code: 'appointment.need_not_free', details: { poolId, name } });
  }
  return refusals;
}

const meetingCode = { staff: 'appointment.in_meeting', group: 'appointment.group_session' } as const;

function patientRefusals(request: BookingRequest, { patient, motif, channel }: BookingContext): Refusal[] {
  const refusals: Refusal[] = [];
  if (channel !== undefined && motif.channels && !motif.channels.includes(channel)) {
    refusals.push({ code: 'appointment.channel_not_offered', details: { channel } });
  }
  if (!patient) return refusals;
  if (motif.patients === 'new' && patient.isNew === false)
    refusals.push({ code: 'appointment.new_patients_only', details: {} });
  if (motif.patients === 'known' && patient.isNew) {
    refusals.push({ code: 'appointment.known_patients_only', details: {} });
  }
  const met = patient.busy.filter((span) => intervalsOverlap(wanted(request), span));
  for (const { startMin, endMin } of met.filter(({ isElsewhere }) => !isElsewhere)) {
    refusals.push({ code: 'appointment.patient_busy', details: { startMin, endMin } });
  }
  if (met.some(({ isElsewhere }) => isElsewhere)) {
    refusals.push({ code: 'appointment.patient_busy', details: { startMin: null, endMin: null } });
  }
  return refusals;
}

function openingRefusals(request: BookingRequest, context: BookingContext): Refusal[] {
  const { zone, holidayZone, rules, absences, exceptions, holidayOverrides, locums } = context;
  const { resourceId, day } = request;
  const question = { resourceId, day, zone, holidayZone, rules, absences, exceptions, holidayOverrides, locums };
  const asked = wanted(request);
  const refusals: Refusal[] = [];
  const [closing] = closedByHoliday(question).filter((closed) => intervalsOverlap(asked, closed));
  if (closing) refusals.push(closingRefusal(closing.reason));
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

function closingRefusal(reason: ClosingReason): Refusal {
  return reason.kind === 'holiday'
    ? { code: 'appointment.public_holiday', details: { holiday: reason.code } }
    : { code: 'appointment.practice_closed', details: { label: reason.label } };
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

/** What the column gives for the visit: preparation before it and cleaning after. */
function claimed(request: BookingRequest, { beforeMin = 0, afterMin = 0 }: OfferedMotif): Interval {
  const { startMin, endMin } = wanted(request);
  return { startMin: startMin - beforeMin, endMin: endMin + afterMin };
}
