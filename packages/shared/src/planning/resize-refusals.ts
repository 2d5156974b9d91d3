import { type BookingContext, bookingRefusals, type Refusal } from './booking-refusals.js';

/** A visit as it stands, in minutes of its local day. */
export interface HeldPlace {
  readonly resourceId: string;
  readonly motifId: string;
  readonly day: string;
  readonly startMin: number;
  readonly durationMin: number;
}

/**
 * Every reason not to give a visit another length where it stands; an empty list means yes. Only the minutes added are
 * asked for: a visit taken outside the hours, of a motif since withdrawn or beside another one may always give time
 * back. `durationMin` is elapsed minutes; `context.busy` comes without the visit itself. Same function on both sides.
 */
export function resizeRefusals(held: HeldPlace, durationMin: number, context: BookingContext): Refusal[] {
  if (durationMin <= 0) return [{ code: 'appointment.end_before_start', details: { durationMin } }];
  const added = durationMin - held.durationMin;
  if (added <= 0) return [];
  const startMin = held.startMin + held.durationMin;
  // Past midnight the visit would belong to two days, and no start may be asked for there.
  const request = { ...held, startMin: Math.min(1440, startMin), durationMin: added };
  return bookingRefusals(request, context).filter(({ code }) => !settledAtBooking.has(code));
}

/** What the visit was given once and for all, whatever its length. */
const settledAtBooking: ReadonlySet<Refusal['code']> = new Set([
  'appointment.motif_not_offered',
  'appointment.resource_inactive',
  'appointment.nonexistent_local_time',
  'appointment.walk_in_not_today',
]);
