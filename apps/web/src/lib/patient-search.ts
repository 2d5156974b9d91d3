import { type PatientHit, searchPatients } from '@pupitre/shared/patients/patient.contract';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { callApi } from './api-client';
import { answers } from './patient-match';
import { practiceKey } from './query-client';
import { keepOrder } from './steady-order';

/** Letters typed within this time are one question. */
const DEBOUNCE_MS = 60;
/** Later than this after the last letter, somebody is already reading: rows keep their places. */
const STEADY_AFTER_MS = 400;
const SHORTEST_TEXT = 2;

/** In memory only and for a minute: a name typed must not outlive its use. A question no longer asked is cancelled. */
const searchQuery = (practiceId: string, text: string, limit: number) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'patients', 'search', text, limit),
    queryFn: ({ signal }) => callApi(searchPatients, { params: { practiceId }, body: { text, limit } }, signal),
    gcTime: 60_000,
  });

export interface PatientSearch {
  hits: readonly PatientHit[];
  /** The hits are the server's answer to exactly this text. */
  isSettled: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * Patients that answer `text`, asked of the server as one types. Until it answers, the rows already there that still
 * answer stay; an answer that comes late is added below them, so that nothing moves under the cursor.
 */
export function usePatientSearch(practiceId: string, text: string, limit = 8, enabled = true): PatientSearch {
  const wanted = text.trim();
  const asked = useDebounced(wanted);
  const isOn = enabled && asked.length >= SHORTEST_TEXT;
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...searchQuery(practiceId, asked, limit),
    enabled: isOn,
    placeholderData: keepPreviousData,
  });
  const isFresh = isOn && data !== undefined && !isPlaceholderData && asked === wanted;
  const { hits, isShown } = useSteadyHits(wanted, isFresh ? data.hits : undefined);
  const isAsking = enabled && wanted.length >= SHORTEST_TEXT;
  return {
    hits: isAsking ? hits : [],
    isSettled: isAsking && isShown,
    error: isAsking && asked === wanted ? error : null,
    retry: () => void refetch(),
  };
}

interface Steady {
  hits: readonly PatientHit[];
  /** These are the rows of the fresh answer. */
  isShown: boolean;
}

function useSteadyHits(text: string, fresh: readonly PatientHit[] | undefined): Steady {
  const [shown, setShown] = useState<{ text: string; hits: readonly PatientHit[]; from?: readonly PatientHit[] }>({
    text: '',
    hits: [],
  });
  const typedAt = useRef(0);
  useLayoutEffect(() => {
    if (text) typedAt.current = Date.now();
  }, [text]);
  useLayoutEffect(() => {
    if (!fresh) return;
    const isLate = Date.now() - typedAt.current > STEADY_AFTER_MS;
    setShown((before) => {
      const isSame = before.text === text;
      const kept = isSame ? before.hits : before.hits.filter((hit) => answers(text, hit));
      return { text, hits: isLate || isSame ? keepOrder(kept, fresh) : fresh, from: fresh };
    });
  }, [text, fresh]);
  const isShown = fresh !== undefined && shown.text === text && shown.from === fresh;
  return { hits: shown.text === text ? shown.hits : shown.hits.filter((hit) => answers(text, hit)), isShown };
}

function useDebounced(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
