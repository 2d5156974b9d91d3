import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { type AppointmentStatus, isActive } from '@pupitre/shared/planning/appointment-status';
import {
  type BookingContext,
  type BookingRequest,
  bookingRefusals,
  type Refusal,
} from '@pupitre/shared/planning/booking-refusals';
import { companionOf } from '@pupitre/shared/planning/companions';
import type { MeetingView } from '@pupitre/shared/planning/meeting.contract';
import { reservedIntervals } from '@pupitre/shared/planning/practice-day';
import { resizeRefusals } from '@pupitre/shared/planning/resize-refusals';
import { rajoutsBeside, type Taking, takenMinutes, takenOf } from '@pupitre/shared/planning/taken-minutes';
import { columnHours } from '@pupitre/shared/practices/column-hours';
import type { MotifView, PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { SeenHold } from '../../lib/holds.queries';
import type { Rajout } from '../../lib/use-rajout-words';

export interface PlaceCheck {
  readonly setup: PracticeSetup;
  /** Visits of the day asked for; undefined while they are not read: only what is taken is then unknown. */
  readonly appointments: readonly AppointmentCard[] | undefined;
  /** Places held on that day; mine are not in my way. */
  readonly holds?: readonly SeenHold[] | undefined;
  /** Staff meetings and sessions of that day. */
  readonly meetings?: readonly MeetingView[] | undefined;
  readonly now: Date;
  /** The visit being moved does not stand in its own way. */
  readonly exceptId?: string;
  readonly walkIn?: boolean;
  readonly urgent?: boolean;
  readonly channel?: string;
  /** Whose visit: her others of that day are looked at. Whether she is new is for the server to know. */
  readonly patientId?: string | undefined;
}

/** Why a place would be refused, by the server's own rule, before anything is sent. Each reason once. */
export function placeRefusals(request: BookingRequest, check: PlaceCheck): Refusal[] {
  const context = contextOf(request, check);
  return context ? bookingRefusals(request, context) : [];
}

/** Why a visit may not have this length where it stands. */
export function lengthRefusals(visit: AppointmentCard, durationMin: number, check: PlaceCheck): Refusal[] {
  const held = { ...visit, durationMin: visit.endMin - visit.startMin };
  const { id: exceptId, walkIn, urgent } = visit;
  const patientId = visit.patient.id;
  const context = contextOf(held, { ...check, exceptId, walkIn, urgent, patientId });
  return context ? resizeRefusals(held, durationMin, context) : [];
}

/** What a visit put there would be among the rajouts of its half-day. */
export function rajoutAt(
  { resourceId, motifId, startMin }: BookingRequest,
  { setup, appointments = [], exceptId }: PlaceCheck,
): Rajout {
  const others = appointments.filter(({ id, status }) => id !== exceptId && status !== 'cancelled');
  return {
    number: rajoutsBeside(others, resourceId, startMin) + 1,
    allowed: setup.motifs.find(({ id }) => id === motifId)?.rajouts ?? 0,
    part: startMin < 720 ? 'morning' : 'afternoon',
  };
}

/** As the server counts a patient's own visits: those that are not over yet. */
const notOver: ReadonlySet<AppointmentStatus> = new Set([
  'requested',
  'booked',
  'confirmed',
  'arrived',
  'in_consultation',
]);

function contextOf(request: BookingRequest, check: PlaceCheck): BookingContext | undefined {
  const {
    setup,
    appointments = [],
    holds = [],
    meetings = [],
    now,
    exceptId,
    walkIn,
    urgent,
    channel,
    patientId,
  } = check;
  const { resourceId, motifId, day } = request;
  const resource = setup.resources.find(({ id }) => id === resourceId);
  const motif = setup.motifs.find(({ id }) => id === motifId);
  if (!resource || !motif) return undefined;
  const others = appointments.filter(({ id }) => id !== exceptId);
  const standing = others.filter(({ status }) => isActive(status));
  const hours = columnHours(setup, resourceId);
  const othersHeld = holds.filter(({ isMine }) => !isMine);
  const held = othersHeld.flatMap((hold) => {
    const by = { by: hold.holderName, until: new Date(hold.expiresAt).toISOString() };
    return takenOf(resourceId, hold).map((span) => ({ ...span, held: by }));
  });
  const gathered = meetings.flatMap((meeting) => {
    const { kind, title } = meeting;
    return takenOf(resourceId, meeting).map((span) => ({ ...span, meeting: { kind, title } }));
  });
  const own = others.filter(({ patient, status }) => patient.id === patientId && notOver.has(status));
  return {
    ...hours,
    ...{ resource, motif, now, walkIn, urgent, channel },
    busy: [...takenMinutes(resourceId, standing), ...held, ...gathered],
    ...(patientId && { patient: { busy: own } }),
    reserved: reservedIntervals({ ...hours, day }),
    rajouts: rajoutAt(request, check).number - 1,
    needs: needsOf(request, motif, check.setup, hours, [...standing, ...othersHeld, ...meetings]),
  };
}

function needsOf(
  { day, startMin, durationMin }: BookingRequest,
  motif: MotifView,
  setup: PracticeSetup,
  { zone, holidayZone }: ReturnType<typeof columnHours>,
  takings: readonly Taking[],
) {
  const visit = { startMin, endMin: startMin + Math.max(1, durationMin) };
  return motif.needs.flatMap(({ poolId, beforeMin, afterMin }) => {
    const pool = setup.pools.find(({ id }) => id === poolId);
    if (!pool) return [];
    const members = pool.members
      .filter(({ active }) => active)
      .map(({ id }) => ({
        id,
        rules: setup.openingRules.filter((rule) => rule.resourceId === id),
        absences: setup.absences,
        busy: takenMinutes(id, takings),
      }));
    const needed = { poolId, name: pool.name, beforeMin, afterMin, members };
    return [{ poolId, name: pool.name, isFree: companionOf(needed, visit, { day, zone, holidayZone }) !== null }];
  });
}
