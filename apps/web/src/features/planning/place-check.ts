import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { isActive } from '@pupitre/shared/planning/appointment-status';
import {
  type BookingContext,
  type BookingRequest,
  bookingRefusals,
  type Refusal,
} from '@pupitre/shared/planning/booking-refusals';
import { resizeRefusals } from '@pupitre/shared/planning/resize-refusals';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { SeenHold } from './holds.queries';

export interface PlaceCheck {
  readonly setup: PracticeSetup;
  /** Visits of the day asked for; undefined while they are not read: only what is taken is then unknown. */
  readonly appointments: readonly AppointmentCard[] | undefined;
  /** Places held on that day; mine are not in my way. */
  readonly holds?: readonly SeenHold[] | undefined;
  readonly now: Date;
  /** The visit being moved does not stand in its own way. */
  readonly exceptId?: string;
  readonly walkIn?: boolean;
}

/** Why a place would be refused, by the server's own rule, before anything is sent. Each reason once. */
export function placeRefusals(request: BookingRequest, check: PlaceCheck): Refusal[] {
  const context = contextOf(request, check);
  return context ? bookingRefusals(request, context) : [];
}

/** Why a visit may not have this length where it stands. */
export function lengthRefusals(visit: AppointmentCard, durationMin: number, check: PlaceCheck): Refusal[] {
  const held = { ...visit, durationMin: visit.endMin - visit.startMin };
  const context = contextOf(held, { ...check, exceptId: visit.id, walkIn: visit.walkIn });
  return context ? resizeRefusals(held, durationMin, context) : [];
}

function contextOf(
  request: Pick<BookingRequest, 'resourceId' | 'motifId'>,
  check: PlaceCheck,
): BookingContext | undefined {
  const { setup, appointments = [], holds = [], now, exceptId, walkIn } = check;
  const { zone, holidayZone } = setup.practice;
  const resource = setup.resources.find(({ id }) => id === request.resourceId);
  const motif = setup.motifs.find(({ id }) => id === request.motifId);
  if (!resource || !motif) return undefined;
  const busy = appointments.filter(
    ({ id, resourceId, status }) => resourceId === request.resourceId && id !== exceptId && isActive(status),
  );
  const held = holds
    .filter(({ resourceId, isMine }) => resourceId === request.resourceId && !isMine)
    .map(({ startMin, endMin, holderName, expiresAt }) => {
      return { startMin, endMin, held: { by: holderName, until: new Date(expiresAt).toISOString() } };
    });
  return {
    ...{ zone, holidayZone, resource, motif, busy: [...busy, ...held], now, walkIn },
    rules: setup.openingRules,
    absences: setup.absences,
  };
}
