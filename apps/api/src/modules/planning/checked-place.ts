import type { Permission } from '@pupitre/shared/access/roles';
import { settleRefusals } from '@pupitre/shared/planning/booking-overrides';
import type { BookingRequest, Refusal } from '@pupitre/shared/planning/booking-refusals';
import { toInstant } from '@pupitre/shared/time/zone';
import type { CheckedPlace, PlaceOptions } from './booking-place.js';
import { placeClaims } from './place-claims.js';
import type { PlaceSetup, ReadPlace } from './place-reader.js';

/** Passing over these puts the visit beside what stands there. */
const besides: ReadonlySet<Refusal['code']> = new Set(['appointment.slot_taken', 'appointment.in_meeting']);

/**
 * What a judged place would take, for whoever has these rights: the same for one visit judged by the desk and for the
 * many of a series judged at once. Null when no instant answers to the wall time asked for.
 */
export function checkedPlace(
  request: Pick<BookingRequest, 'day' | 'startMin' | 'durationMin'>,
  setup: PlaceSetup,
  read: ReadPlace,
  { override, held, rajoutReason }: PlaceOptions,
  { refusals, permissions }: { readonly refusals: readonly Refusal[]; readonly permissions: readonly Permission[] },
): CheckedPlace | null {
  const startsAt = toInstant(request.day, request.startMin, setup.zone);
  if (!startsAt) return null;
  const endsAt = new Date(startsAt.getTime() + request.durationMin * 60_000);
  const { overridden } = settleRefusals(refusals, override?.codes ?? [], permissions);
  const reason = override?.reason ?? '';
  const isRajout = overridden.some((code) => besides.has(code));
  const claims = placeClaims({ startsAt, endsAt }, setup, read, isRajout, held);
  return {
    ...{ column: setup.column, motif: setup.motif, startsAt, endsAt, claims },
    companionIds: claims.slice(1).map(({ resourceId }) => resourceId),
    overridden,
    overrideReason: overridden.length > 0 ? reason : '',
    rajoutReason: isRajout ? reason || null : (rajoutReason ?? null),
  };
}
