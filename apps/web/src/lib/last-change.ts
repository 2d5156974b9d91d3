import { type ChangingKind, readLastChange } from '@pupitre/shared/drafts/last-change.contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { callApi } from './api-client';
import { practiceKey } from './query-client';
import { useMembership } from './session';

const lastChangeQuery = (practiceId: string, kind: ChangingKind, subjectId: string, version: number) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'changes', kind, subjectId, version),
    queryFn: ({ signal }) => callApi(readLastChange, { params: { practiceId, kind, subjectId } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who made the row what it is at this version, and when; undefined until it is known. */
export function useLastChange(kind: ChangingKind, subjectId: string, version: number) {
  const { practiceId } = useMembership();
  return useQuery(lastChangeQuery(practiceId, kind, subjectId, version)).data?.change ?? undefined;
}
