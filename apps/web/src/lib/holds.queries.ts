import { type HoldView, listHolds } from '@pupitre/shared/planning/hold.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** A hold, and when it ends on this browser's clock. */
export type SeenHold = HoldView & { readonly expiresAt: number };

export const holdsQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'holds', 'day', day),
    queryFn: async ({ signal }): Promise<SeenHold[]> => {
      const { holds } = await callApi(listHolds, { params: { practiceId, day } }, signal);
      const readAt = Date.now();
      return holds.map((hold) => ({ ...hold, expiresAt: readAt + hold.leftSeconds * 1000 }));
    },
    // No news tells of a hold that ended by itself: the day is asked again when the first one should have.
    refetchInterval: ({ state: { data = [] } }) =>
      data.length > 0 ? Math.max(1_000, Math.min(...data.map(({ expiresAt }) => expiresAt)) - Date.now() + 250) : false,
  });
