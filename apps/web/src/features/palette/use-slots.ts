import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { type FreeSlotView, findFreeSlots } from '@pupitre/shared/planning/appointment.contract';
import type { BookingWords } from '@pupitre/shared/planning/booking-words';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';
import { type BookingCriteria, bookingCriteria, columnsFor } from './booking-criteria';

export const SLOTS_SHOWN = 3;
const SHORT_MS = 30_000;

function slotsQuery(practiceId: string, criteria: BookingCriteria | null, skip: number) {
  const body = criteria && {
    durationMin: criteria.durationMin,
    motifId: criteria.motif.id,
    resourceIds: criteria.resource ? [criteria.resource.id] : [],
    fromDay: criteria.when.fromDay,
    fromMin: criteria.when.atMin ?? 0,
    toDay: criteria.when.toDay,
    partOfDay: criteria.when.partOfDay ?? null,
    limit: SLOTS_SHOWN,
    skip,
  };
  return queryOptions({
    // Serialised: a free place depends on whole days, so any visit that moves makes it stale.
    queryKey: practiceKey(practiceId, 'planning', 'free-slots', JSON.stringify(body)),
    queryFn: body ? ({ signal }) => callApi(findFreeSlots, { params: { practiceId }, body }, signal) : skipToken,
    staleTime: SHORT_MS,
    gcTime: SHORT_MS,
  });
}

export interface Slots {
  criteria: BookingCriteria | null;
  list: readonly FreeSlotView[];
  isReady: boolean;
  /** These are the first places, not the next three. */
  isFirst: boolean;
  error: Error | null;
  retry: () => void;
  more: () => void;
  /** Next column that takes the motif, or undefined when there is no other. */
  other: ResourceView | undefined;
  showOther: () => void;
}

export interface SlotsAsked {
  practiceId: string;
  setup: PracticeSetup | undefined;
  words: BookingWords;
  hit: PatientHit | undefined;
  today: string;
}

/** The three next places for the patient under the cursor; nobody under the cursor, nothing is asked. */
export function useSlots({ practiceId, setup, words, hit, today }: SlotsAsked): Slots {
  const about = JSON.stringify([words, hit?.id]);
  const [turn, setTurn] = useState<{ about: string; skip: number; otherId?: string }>({ about, skip: 0 });
  const { skip, otherId } = turn.about === about ? turn : { skip: 0, otherId: undefined };
  const criteria = setup && hit ? bookingCriteria(setup, { words, hit, otherResourceId: otherId, today }) : null;
  const { data, error, isSuccess, refetch } = useQuery(slotsQuery(practiceId, criteria, skip));
  const columns = setup && criteria ? columnsFor(setup, criteria.motif) : [];
  const at = columns.findIndex(({ id }) => id === criteria?.resource?.id);
  const other = columns.length > 1 || at < 0 ? columns[(at + 1) % columns.length] : undefined;
  const list = data?.slots ?? [];
  return {
    criteria,
    list,
    isReady: criteria !== null && isSuccess,
    isFirst: skip === 0,
    error,
    retry: () => void refetch(),
    more: () => setTurn({ about, skip: list.length < SLOTS_SHOWN ? 0 : skip + SLOTS_SHOWN, otherId }),
    other,
    showOther: () => other && setTurn({ about, skip: 0, otherId: other.id }),
  };
}
