import { searchAudit, verifyAudit } from '@pupitre/shared/audit/audit.contract';
import { toInstant } from '@pupitre/shared/time/zone';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';
import type { JournalFilters } from './journal-filters';

/** Reading the journal is written to it: it is read when asked for, and not again by itself. */
export const verificationQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'audit', 'verification'),
    queryFn: ({ signal }) => callApi(verifyAudit, { params: { practiceId } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const journalQuery = (practiceId: string, zone: string, filters: JournalFilters) =>
  infiniteQueryOptions({
    queryKey: practiceKey(practiceId, 'audit', 'lines', JSON.stringify(filters)),
    queryFn: ({ pageParam, signal }) =>
      callApi(searchAudit, { params: { practiceId }, body: { ...bodyOf(filters, zone), cursor: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Days of the practice's zone become instants; the last day is included whole. */
function bodyOf({ qui, patient, action, issue, du, au }: JournalFilters, zone: string) {
  const startOf = (day: string | undefined, minute: number) => (day ? toInstant(day, minute, zone) : null);
  return {
    accountId: qui ?? null,
    patientId: patient ?? null,
    action: action ?? null,
    outcome: issue === undefined ? null : issue === 'fait' ? ('done' as const) : ('refused' as const),
    from: startOf(du, 0)?.toISOString() ?? null,
    to: startOf(au, 1440)?.toISOString() ?? null,
  };
}
