import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import type { AppointmentEntity } from './appointment.entity.js';
import type { AppointmentChange } from './appointment.repository.js';

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
] as const;

/** What an undo puts back: everything of a visit that an act can change. Instants are ISO texts in storage. */
export type VisitSnapshot = Record<(typeof keptFields)[number], string | number | boolean | null> & {
  status: AppointmentStatus;
};

export function toSnapshot(visit: AppointmentEntity): VisitSnapshot {
  return Object.fromEntries(keptFields.map((field) => [field, visit[field]])) as unknown as VisitSnapshot;
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
