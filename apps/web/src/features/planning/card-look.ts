import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import { type Icon, IconAlertTriangle } from '@tabler/icons-react';
import type { PlannerStatus } from '../../planner/types';
import { iconOfVisit, lookOfVisit } from '../../ui/visit-look';

/** Minutes in the waiting room, else minutes with the practitioner; null when neither runs. */
export function runningMinutes(visit: Pick<AppointmentCard, 'status' | 'arrivedAt' | 'calledAt'>, now: Date) {
  if (visit.status === 'arrived' && visit.arrivedAt) return waitedMinutes(visit.arrivedAt, now);
  if (visit.status === 'in_consultation' && visit.calledAt) return waitedMinutes(visit.calledAt, now);
  return null;
}

/** Waiting past what the practice accepts. */
export const waitsTooLong = (visit: Parameters<typeof runningMinutes>[0], now: Date, alertMinutes: number): boolean =>
  visit.status === 'arrived' && (runningMinutes(visit, now) ?? 0) > alertMinutes;

/** Colour and drawing of a card. */
export function cardLook(
  visit: Pick<AppointmentCard, 'status' | 'urgent'>,
  place: MotifView['place'] | undefined,
  isAlert: boolean,
): { status: PlannerStatus; icon: Icon } {
  const look = lookOfVisit(visit.status, visit.urgent);
  return { status: look.tone, icon: isAlert ? IconAlertTriangle : iconOfVisit(look, place) };
}
