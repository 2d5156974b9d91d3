import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useCallback } from 'react';
import { createStore, useStore } from '../../lib/store';

/** What is about to be done to a visit that belongs with others. */
export type TogetherAct =
  | { readonly kind: 'cancel'; readonly by: NonNullable<AppointmentCard['cancelledBy']>; readonly reason: string }
  | { readonly kind: 'move'; readonly resourceId: string; readonly day: string; readonly startMin: number };

export interface TogetherQuestion {
  readonly visit: AppointmentCard;
  readonly act: TogetherAct;
  /** True: for this visit alone. False: it was done for several, or given up. */
  readonly answer: (isAlone: boolean) => void;
}

const asked = createStore<TogetherQuestion | null>(null);

/** Asks how far an act goes; the dialog answers. */
export function useAskTogether(): (visit: AppointmentCard, act: TogetherAct) => Promise<boolean> {
  return useCallback(
    (visit, act) =>
      new Promise((resolve) => {
        asked.get()?.answer(false);
        asked.set({
          visit,
          act,
          answer: (isAlone) => {
            asked.set(null);
            resolve(isAlone);
          },
        });
      }),
    [],
  );
}

export const useTogetherQuestion = (): TogetherQuestion | null => useStore(asked);
