import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { BookingWhen, TimeWindow } from '@pupitre/shared/planning/booking-when';
import type { BookingWords } from '@pupitre/shared/planning/booking-words';
import { type FreeSlotView, findFreeSlots } from '@pupitre/shared/planning/free-slots.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';
import { type BookingCriteria, bookingCriteria, columnsFor } from './booking-criteria';

export const SLOTS_SHOWN = 3;
const SHORT_MS = 30_000;

/** Hours said for the whole day bound those said for a weekday. */
function windowsOf({ afterMin = 0, beforeMin = 1440, windows }: BookingWhen): TimeWindow[] {
  if (!windows)
    return afterMin > 0 || beforeMin < 1440 ? [{ isodow: null, startMin: afterMin, endMin: beforeMin }] : [];
  return windows
    .map(({ isodow, startMin, endMin }) => {
      return { isodow, startMin: Math.max(startMin, afterMin), endMin: Math.min(endMin, beforeMin) };
    })
    .filter(({ startMin, endMin }) => startMin < endMin);
}

function slotsQuery(practiceId: string, criteria: BookingCriteria | null, patientId: string | undefined, skip: number) {
  const body = criteria && {
    durationMin: criteria.durationMin,
    motifId: criteria.motif.id,
    resourceIds: criteria.columns.map(({ id }) => id),
    patientId,
    fromDay: criteria.when.fromDay,
    toDay: criteria.when.toDay,
    partOfDay: criteria.when.partOfDay ?? null,
    weekdays: [...(criteria.when.weekdays ?? [])],
    timeWindows: windowsOf(criteria.when),
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
  const { data, error, isSuccess, refetch } = useQuery(slotsQuery(practiceId, criteria, hit?.id, skip));
  const columns = setup && criteria ? columnsFor(setup, criteria.motif) : [];
  const [only, ...more] = criteria?.columns ?? [];
  const at = more.length > 0 ? -1 : columns.findIndex(({ id }) => id === only?.id);
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
