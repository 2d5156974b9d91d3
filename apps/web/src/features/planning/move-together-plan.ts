import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { Refusal } from '@pupitre/shared/planning/booking-refusals';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { type PlaceCheck, placeRefusals } from './place-check';

export interface TogetherChoice {
  readonly day: LocalDay;
  /** Null: each in its own column. */
  readonly resourceId: string | null;
  /** Minutes later, earlier when negative. */
  readonly shiftMin: number;
}

export interface PlannedMove {
  readonly visit: AppointmentCard;
  readonly to: { readonly resourceId: string; readonly day: LocalDay; readonly startMin: number };
  readonly refusals: readonly Refusal[];
}

const dayMinutes = 1440;

/**
 * Where each visit would go, and why it could not: as the server does it, all leave, then each takes its place in the
 * order given and is in the way of the next. `check.appointments` are the visits of the day they go to.
 */
export function planTogether(
  visits: readonly AppointmentCard[],
  { day, resourceId, shiftMin }: TogetherChoice,
  check: PlaceCheck,
): PlannedMove[] {
  const leaving = new Set(visits.map(({ id }) => id));
  const standing = (check.appointments ?? []).filter(({ id }) => !leaving.has(id));
  const planned: PlannedMove[] = [];
  for (const visit of visits) {
    const to = { resourceId: resourceId ?? visit.resourceId, day, startMin: visit.startMin + shiftMin };
    const length = visit.endMin - visit.startMin;
    const isOfTheDay = to.startMin >= 0 && to.startMin < dayMinutes;
    const refusals = isOfTheDay
      ? placeRefusals(
          { ...to, motifId: visit.motifId, durationMin: length },
          { ...check, appointments: standing, urgent: visit.urgent, patientId: visit.patient.id },
        )
      : [pastMidnight];
    if (refusals.length === 0) standing.push(movedTo(visit, to));
    planned.push({ visit, to, refusals });
  }
  return planned;
}

function movedTo(visit: AppointmentCard, to: PlannedMove['to']): AppointmentCard {
  const taken = visit.taken.map(([id, beforeMin, afterMin]): AppointmentCard['taken'][number] => [
    id === visit.resourceId ? to.resourceId : id,
    beforeMin,
    afterMin,
  ]);
  return { ...visit, ...to, endMin: to.startMin + visit.endMin - visit.startMin, taken };
}

const pastMidnight: Refusal = {
  code: 'appointment.outside_opening_hours',
  details: { startMin: 0, endMin: dayMinutes, reason: { kind: 'closed' } },
};

/** Nothing would change: there is no act. */
export const isStill = ({ visit, to }: PlannedMove): boolean =>
  visit.day === to.day && visit.resourceId === to.resourceId && visit.startMin === to.startMin;
