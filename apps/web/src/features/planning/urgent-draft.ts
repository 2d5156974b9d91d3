import { createStore, useStore } from '../../lib/store';
import type { PatientInHand } from './patient-in-hand';

export interface UrgentDraft {
  readonly practiceId: string;
  readonly patient: PatientInHand | null;
  /** Grows each time it is asked for: the focus goes to its entry again. */
  readonly asked: number;
}

/** Somebody who cannot wait: in memory only, as the booking in hand. */
const urgent = createStore<UrgentDraft | null>(null);
let asked = 0;

export function useUrgent(practiceId: string): UrgentDraft | null {
  const held = useStore(urgent);
  return held?.practiceId === practiceId ? held : null;
}

/** Opens the panel of the day; without a patient, she is asked for first. */
export function startUrgent(practiceId: string, patient: PatientInHand | null = null): void {
  asked += 1;
  urgent.set({ practiceId, patient, asked });
}

export const setUrgentPatient = (patient: PatientInHand | null): void => {
  const held = urgent.get();
  if (held) urgent.set({ ...held, patient });
};

export const leaveUrgent = (): void => urgent.set(null);
