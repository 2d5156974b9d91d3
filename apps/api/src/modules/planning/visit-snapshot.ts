import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import type { AppointmentEntity } from './appointment.entity.js';
import type { AppointmentChange, VisitForChange } from './appointment.repository.js';
import type { PlaceClaim } from './claim.repository.js';

const keptFields = [
  'resourceId',
  'practitionerId',
  'motifId',
  'day',
  'startMin',
  'durationMin',
  'startsAt',
  'endsAt',
  'status',
  'urgent',
  'note',
  'confirmedAt',
  'arrivedAt',
  'calledAt',
  'seenAt',
  'doneAt',
  'cancelledAt',
  'cancelledBy',
  'cancelReason',
  'companionIds',
  'meetingId',
  'rajoutReason',
  'overridden',
  'overrideReason',
] as const;

/** What an undo puts back: everything of a visit that an act can change. Instants are ISO texts in storage. */
export type VisitSnapshot = Record<
  (typeof keptFields)[number],
  string | number | boolean | readonly string[] | null
> & {
  status: AppointmentStatus;
};

/** A visit as it stood and the places it had, in storage. */
export interface KeptVisit {
  readonly fields: VisitSnapshot;
  readonly places: readonly (Omit<PlaceClaim, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string })[];
}

export function toSnapshot(visit: AppointmentEntity): VisitSnapshot {
  return Object.fromEntries(keptFields.map((field) => [field, visit[field]])) as unknown as VisitSnapshot;
}

export function toKeptVisit(visit: VisitForChange): { fields: VisitSnapshot; places: readonly PlaceClaim[] } {
  return { fields: toSnapshot(visit), places: visit.claims };
}

export function keptPlaces({ places }: KeptVisit): PlaceClaim[] {
  return places.map((place) => ({ ...place, startsAt: new Date(place.startsAt), endsAt: new Date(place.endsAt) }));
}

export function fromSnapshot(
  snapshot: VisitSnapshot,
): AppointmentChange & Pick<AppointmentEntity, 'startsAt' | 'endsAt' | 'resourceId' | 'status'> {
  const restored = Object.entries(snapshot).map(([field, value]) => [
    field,
    field.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
  ]);
  return Object.fromEntries(restored);
}
