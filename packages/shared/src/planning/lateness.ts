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
