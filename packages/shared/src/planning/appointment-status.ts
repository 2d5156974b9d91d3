import type { Role } from '../access/roles.js';

/** The code is the value of the column. In the order of a visit; the side exits last. */
export const appointmentStatuses = [
  'requested',
  'booked',
  'confirmed',
  'arrived',
  'in_consultation',
  'to_collect',
  'done',
  'left',
  'no_show',
  'cancelled',
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** Every step forward. Going back is undo only, through the journal, never a transition. */
const transitions: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  requested: ['booked', 'cancelled'],
  booked: ['confirmed', 'arrived', 'in_consultation', 'no_show', 'cancelled'],
  confirmed: ['arrived', 'in_consultation', 'no_show', 'cancelled'],
  arrived: ['in_consultation', 'left'],
  left: ['arrived'],
  in_consultation: ['to_collect', 'done'],
  to_collect: ['done'],
  done: [],
  no_show: ['arrived'],
  cancelled: ['booked'],
};

/** The statuses one step away, in the order a menu shows them. */
export function transitionsFrom(status: AppointmentStatus): readonly AppointmentStatus[] {
  return transitions[status];
}

export function canTransition(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return transitions[from].includes(to);
}

/**
 * Whether somebody holding `roles` may make this step.
 * The desk: all. A practitioner: her own visits (`ownVisit`). A nurse: the agenda and the waiting room, but not the
 * step that takes the payment. A remote secretary: only towards booked, confirmed and cancelled. Others: none.
 * `canBeNoShow` and what is still to pay are asked apart.
 */
export function transitionAllowedFor(
  roles: readonly Role[],
  ownVisit: boolean,
  from: AppointmentStatus,
  to: AppointmentStatus,
): boolean {
  if (!canTransition(from, to)) return false;
  return roles.some((role) => {
    if (role === 'secretary' || role === 'coordinator') return true;
    if (role === 'practitioner') return ownVisit;
    if (role === 'nurse') return from !== 'to_collect';
    if (role === 'remote_secretary') return to === 'booked' || to === 'confirmed' || to === 'cancelled';
    return false;
  });
}

/** Nobody is absent before the hour: only once `startsAt` (ISO instant) is past. Never decided by the clock alone. */
export function canBeNoShow(startsAt: string, now: Date): boolean {
  return now.getTime() > Date.parse(startsAt);
}

/**
 * Whether the visit holds its place in the agenda. Only cancelling frees it: a request, an absent patient and one who
 * left keep theirs, since the step back to `arrived` must find it.
 */
export function isActive(status: AppointmentStatus): boolean {
  return status !== 'cancelled';
}

/**
 * Whole minutes between the arrival and `until`: the call, or now while the patient still waits; never negative.
 * ISO instants or dates. A visit whose arrival was not noted has no waiting time and counts in no figure.
 */
export function waitedMinutes(arrivedAt: string, until: string | Date): number {
  return Math.max(0, Math.floor((new Date(until).getTime() - Date.parse(arrivedAt)) / 60_000));
}
