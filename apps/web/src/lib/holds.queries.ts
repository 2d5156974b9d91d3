import { type HoldView, listHolds, listWeekHolds } from '@pupitre/shared/planning/hold.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api-client';
import { practiceKey } from './query-client';

/** A hold, and when it ends on this browser's clock. */
export type SeenHold = HoldView & { readonly expiresAt: number };

export const holdsQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'holds', 'day', day),
    queryFn: async ({ signal }) => seenNow((await callApi(listHolds, { params: { practiceId, day } }, signal)).holds),
    refetchInterval: ({ state }) => untilFirstEnds(state.data),
  });

/** Those of a column over the days of a week, first to last; the days stand in the key one by one, as news name them. */
export const weekHoldsQuery = (practiceId: string, days: readonly LocalDay[], resourceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'holds', 'week', { resourceId }, ...days),
    queryFn: async ({ signal }) => {
      const params = { practiceId, fromDay: days[0] ?? '', toDay: days.at(-1) ?? '' };
      return seenNow((await callApi(listWeekHolds, { params, query: { resourceIds: resourceId } }, signal)).holds);
    },
    refetchInterval: ({ state }) => untilFirstEnds(state.data),
  });

function seenNow(holds: readonly HoldView[]): SeenHold[] {
  const readAt = Date.now();
  return holds.map((hold) => ({ ...hold, expiresAt: readAt + hold.leftSeconds * 1000 }));
}

/** No news tells of a hold that ended by itself: they are asked for again when the first one should have. */
function untilFirstEnds(holds: readonly SeenHold[] = []): number | false {
  if (holds.length === 0) return false;
  return Math.max(1_000, Math.min(...holds.map(({ expiresAt }) => expiresAt)) - Date.now() + 250);
}
