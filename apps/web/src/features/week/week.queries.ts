import { listLoads, listWeek } from '@pupitre/shared/planning/week.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

const spanOf = (practiceId: string, days: readonly LocalDay[]) => {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return { practiceId, fromDay: first, toDay: last };
};

/**
 * The days stand one by one in the key, so that news of another week leave this one alone; the column in an object,
 * because what news name is visits.
 */
export const weekQuery = (practiceId: string, days: readonly LocalDay[], resourceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'week', { resourceId }, ...days),
    queryFn: ({ signal }) =>
      callApi(listWeek, { params: spanOf(practiceId, days), query: { resourceIds: resourceId } }, signal),
  });

export const loadsQuery = (practiceId: string, days: readonly LocalDay[]) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'loads', {}, ...days),
    queryFn: async ({ signal }) =>
      (await callApi(listLoads, { params: spanOf(practiceId, days), query: {} }, signal)).loads,
  });
