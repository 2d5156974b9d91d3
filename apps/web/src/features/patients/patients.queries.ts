import { findCommunes, findTwins, readPatientFile } from '@pupitre/shared/patients/patient.contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CallOf, callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/**
 * An opening is written to the audit journal: the file is read when somebody opens it, never before, and its copy goes
 * when she leaves, so that the next opening is told too. Live events say when it is stale.
 */
export const fileQuery = (practiceId: string, patientId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'patients', 'file', patientId),
    queryFn: ({ signal }) => callApi(readPatientFile, { params: { practiceId, patientId }, query: {} }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export type TwinTyped = CallOf<typeof findTwins>['body'];

export const twinsQuery = (practiceId: string, typed: TwinTyped) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'patients', 'twins', JSON.stringify(typed)),
    queryFn: ({ signal }) => callApi(findTwins, { params: { practiceId }, body: typed }, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });

/** The official list changes once a year: what was read once is good for the day. */
export const communesQuery = (text: string, birthplace: boolean) =>
  queryOptions({
    queryKey: ['communes', text, birthplace] as const,
    queryFn: ({ signal }) =>
      callApi(findCommunes, { query: { text, birthplace: birthplace ? 'true' : 'false' } }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: text.length >= 2,
  });
