import { patientHit } from '@pupitre/shared/patients/patient.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useCallback } from 'react';
import { z } from 'zod';
import { useMembership, useSession } from '../../lib/session';
import { createStore } from '../../lib/store';

/** Who is booked: a hit of a search, or what a card knows of her. */
export const patientInHand = patientHit
  .pick({ id: true, usedName: true, birthName: true, firstName: true, sex: true, birthDate: true })
  .extend(patientHit.pick({ usualPractitionerId: true, usualMotifId: true }).partial().shape);
export type PatientInHand = z.output<typeof patientInHand>;

/** What a series begins with; what is absent is for the form to ask. */
export interface SeriesWish {
  readonly patient?: PatientInHand | null;
  readonly motifId?: string | null;
  readonly resourceId?: string | null;
  readonly durationMin?: number | null;
  readonly day?: LocalDay | null;
  readonly startMin?: number | null;
  readonly note?: string;
}

interface Held {
  /** Account and practice: what one person asked for is never shown to the next. */
  readonly owner: string;
  readonly wish: SeriesWish | null;
}

/** In memory only: the address says nothing of the patient. */
const held = createStore<Held>({ owner: '', wish: null });

const useOwner = () => `${useSession().account.id} ${useMembership().practiceId}`;

export function useWishSeries(): (wish: SeriesWish) => void {
  const owner = useOwner();
  return useCallback((wish) => held.set({ owner, wish }), [owner]);
}

/** The wish of this person, once: a page opened again later begins anew. */
export function useTakeWish(): () => SeriesWish | null {
  const owner = useOwner();
  return useCallback(() => {
    const { owner: whose, wish } = held.get();
    held.set({ owner: '', wish: null });
    return whose === owner ? wish : null;
  }, [owner]);
}
