import type { AppointmentStatus } from './appointment-status.js';

/**
 * When a patient not yet seen can expect to be, or null once she is with the practitioner or will not come.
 * `startsAt` is an ISO instant; `latenessMinutes` is the practitioner's, of that same day: pass 0 for another day.
 * An advance (negative) brings nobody forward: patients come for the hour they were given.
 * Somebody already waiting is expected now at the earliest; for somebody still on the way the announced hour stays.
 */
export function expectedStart(
  startsAt: string,
  status: AppointmentStatus,
  latenessMinutes: number,
  now: Date,
): Date | null {
  const announced = Date.parse(startsAt) + Math.max(0, latenessMinutes) * 60_000;
  if (status === 'arrived') return new Date(Math.max(announced, now.getTime()));
  if (status === 'booked' || status === 'confirmed') return new Date(announced);
  return null;
}

/** A patient is warned from this many minutes on, and again when more than this was added since. */
export const worthWarningMin = 15;

export const warningStates = ['to_warn', 'to_warn_again', 'told'] as const;
export type WarningState = (typeof warningStates)[number];

/**
 * Whether somebody still on her way to come is to be told that the practitioner is late, or null when it does not
 * concern her: she is there, will not come, is about to be seen in time, or her hour has struck and she has left home.
 * `startsAt` is an ISO instant; `latenessMinutes` is the practitioner's of that day; `toldMinutes` is the lateness she
 * was told last, null when she was told nothing. Told once, she is told again when it has grown by more than a quarter
 * of an hour and the hour she knows of is still to come. A lateness that shrinks asks for no call: she comes for the
 * hour she knows, and is seen then.
 */
export function warningState(
  startsAt: string,
  status: AppointmentStatus,
  latenessMinutes: number,
  toldMinutes: number | null,
  now: Date,
): WarningState | null {
  if (status !== 'booked' && status !== 'confirmed') return null;
  const knownAt = Date.parse(startsAt) + (toldMinutes ?? 0) * 60_000;
  const isAhead = knownAt > now.getTime();
  if (toldMinutes === null) return isAhead && latenessMinutes >= worthWarningMin ? 'to_warn' : null;
  return isAhead && latenessMinutes - toldMinutes > worthWarningMin ? 'to_warn_again' : 'told';
}
