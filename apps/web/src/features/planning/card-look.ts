import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { waitedMinutes } from '@pupitre/shared/planning/appointment-status';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import type { PlannerIcon, PlannerStatus } from '../../planner/types';
import { lookOfVisit, type VisitLookName } from '../../ui/visit-look';

const LOOKS: Readonly<Record<VisitLookName, readonly [PlannerStatus, PlannerIcon]>> = {
  requested: ['prevu', 'question'],
  booked: ['prevu', 'clock'],
  confirmed: ['confirme', 'check'],
  arrived: ['arrive', 'armchair'],
  left: ['annule', 'exit'],
  in_consultation: ['consult', 'stethoscope'],
  to_collect: ['encaisser', 'euro'],
  done: ['termine', 'square-check'],
  no_show: ['absent', 'user-x'],
  cancelled: ['annule', 'ban'],
  urgent: ['urgence', 'alert'],
  held: ['prevu', 'clock'],
};

/** Minutes in the waiting room, else minutes with the practitioner; null when neither runs. */
export function runningMinutes(visit: Pick<AppointmentCard, 'status' | 'arrivedAt' | 'calledAt'>, now: Date) {
  if (visit.status === 'arrived' && visit.arrivedAt) return waitedMinutes(visit.arrivedAt, now);
  if (visit.status === 'in_consultation' && visit.calledAt) return waitedMinutes(visit.calledAt, now);
  return null;
}

/** Waiting past what the practice accepts. */
export const waitsTooLong = (visit: Parameters<typeof runningMinutes>[0], now: Date, alertMinutes: number): boolean =>
  visit.status === 'arrived' && (runningMinutes(visit, now) ?? 0) > alertMinutes;

/** Colour and drawing of a card. Until the patient came, a home visit or a video visit says what it is. */
export function cardLook(
  visit: Pick<AppointmentCard, 'status' | 'urgent'>,
  place: MotifView['place'] | undefined,
  isAlert: boolean,
): { name: VisitLookName; status: PlannerStatus; icon: PlannerIcon } {
  const { name, tone } = lookOfVisit(visit.status, visit.urgent);
  const [own, icon] = LOOKS[name];
  const status = tone === 'urgence' ? 'urgence' : own;
  const isAhead = name === 'booked' || name === 'confirmed';
  if (isAlert) return { name, status, icon: 'alert' };
  if (isAhead && place === 'home') return { name, status, icon: 'home' };
  if (isAhead && place === 'video') return { name, status, icon: 'video' };
  return { name, status, icon };
}
