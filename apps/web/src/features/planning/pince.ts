import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { createStore, useStore } from '../../lib/store';

/** A visit taken in hand to be put elsewhere: where it now hovers, whatever day is shown. */
export interface Pinced {
  readonly visit: AppointmentCard;
  readonly columnId: string;
  readonly startMin: number;
  /** As long as the visit, until Shift and arrows change it. */
  readonly durationMin: number;
  /** F8 was pressed: the free places are listed, from this page on. */
  readonly slotPage: number | null;
}

const pince = createStore<Pinced | null>(null);

export const usePince = (): Pinced | null => useStore(pince);
export const readPince = (): Pinced | null => pince.get();

export function takeInHand(visit: AppointmentCard): void {
  const durationMin = visit.endMin - visit.startMin;
  pince.set({ visit, columnId: visit.resourceId, startMin: visit.startMin, durationMin, slotPage: null });
}

export function hover(place: Partial<Pick<Pinced, 'columnId' | 'startMin' | 'durationMin'>>): void {
  const held = pince.get();
  if (held) pince.set({ ...held, ...place });
}

/** Shows the free places for what is in hand; again: three more. */
export function askPlaces(): void {
  const held = pince.get();
  if (held) pince.set({ ...held, slotPage: held.slotPage === null ? 0 : held.slotPage + 1 });
}

export const putBack = (): void => pince.set(null);
