import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { callApi } from './api-client';
import { practiceKey } from './query-client';

/** Columns, practitioners, motifs, hours and absences of a practice: what turns the ids of every answer into names. */
export const setupQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'practices', 'setup'),
    // Never called off: a part of the screen that goes while the route waits for it would take the answer with it.
    queryFn: async (): Promise<PracticeSetup> => {
      // A route asks for it before anything of a practice is fetched; the contract comes with the frame, not before.
      const [{ readPracticeSetup }, { outsideAbsences }] = await Promise.all([
        import('@pupitre/shared/practices/practice.contract'),
        import('@pupitre/shared/calendars/outside-busy'),
      ]);
      const { outsideBusy, ...setup } = await callApi(readPracticeSetup, { params: { practiceId } });
      return { ...setup, absences: [...setup.absences, ...outsideAbsences(outsideBusy)] };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The setup once it is there; undefined before, and for roles that do not see the agenda. */
export function usePracticeSetup(practiceId: string, enabled = true): PracticeSetup | undefined {
  return useQuery({ ...setupQuery(practiceId), enabled }).data;
}
