import { type BookingContext, type BookingRequest, bookingRefusals, type Refusal } from './booking-refusals.js';
import { type Interval, intervalsOverlap } from './interval.js';

/**
 * Every reason not to make a booked visit one of another motif where it stands; an empty list means yes. Its hour and its
 * length were settled when it was booked: only what the new motif asks is looked at — who offers it, for whom it is,
 * what else it needs, and the margins that `held` did not cover. `held` is what the visit has of its column, minutes of
 * the local day with its margins; `context.busy` comes without the visit itself.
 */
export function recastRefusals(request: BookingRequest, held: Interval | null, context: BookingContext): Refusal[] {
  const busy = held ? context.busy.filter((span) => !intervalsOverlap(span, held)) : context.busy;
  return bookingRefusals(request, { ...context, busy }).filter(({ code }) => asksMotif.has(code));
}

const asksMotif: ReadonlySet<Refusal['code']> = new Set([
  'appointment.motif_not_offered',
  'appointment.slot_taken',
  'appointment.slot_held',
  'appointment.in_meeting',
  'appointment.group_session',
  'appointment.rajouts_used_up',
  'appointment.new_patients_only',
  'appointment.known_patients_only',
  'appointment.need_not_free',
]);
