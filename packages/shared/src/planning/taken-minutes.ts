import { partsOfDay } from './free-day.js';
import type { Interval } from './interval.js';

/** A visit that stands, minutes of its local day. */
export interface StandingVisit extends Interval {
  readonly resourceId: string;
  readonly motifId: string;
  readonly companionIds: readonly string[];
}

/** What a motif keeps around its visits. */
export interface KeepingMotif {
  readonly id: string;
  readonly beforeMin: number;
  readonly afterMin: number;
  readonly needs: readonly { readonly poolId: string; readonly beforeMin: number; readonly afterMin: number }[];
}

export interface PoolMembers {
  readonly id: string;
  readonly members: readonly { readonly id: string }[];
}

/**
 * What visits take of a resource on their day: its own, with the preparation and cleaning of their motif, and those it
 * was given to as a room or a machine, with the preparation and cleaning of that need. In the order of the visits; a
 * motif that is not known keeps nothing around. Minutes of the local day, which may run over its ends.
 */
export function takenMinutes(
  resourceId: string,
  visits: readonly StandingVisit[],
  motifs: readonly KeepingMotif[],
  pools: readonly PoolMembers[],
): Interval[] {
  const poolIds = pools.filter(({ members }) => members.some(({ id }) => id === resourceId)).map(({ id }) => id);
  return visits.flatMap(({ resourceId: own, motifId, companionIds, startMin, endMin }) => {
    const motif = motifs.find(({ id }) => id === motifId);
    if (own === resourceId) return [widened({ startMin, endMin }, motif)];
    if (!companionIds.includes(resourceId)) return [];
    return [
      widened(
        { startMin, endMin },
        motif?.needs.find(({ poolId }) => poolIds.includes(poolId)),
      ),
    ];
  });
}

/** Visits that stand beside others in the half-day of a column where `startMin` lies: what a motif allows a number of. */
export function rajoutsBeside(
  visits: readonly { readonly resourceId: string; readonly startMin: number; readonly rajoutReason: string | null }[],
  resourceId: string,
  startMin: number,
): number {
  const isMorning = startMin < partsOfDay.morning.endMin;
  return visits.filter(
    (visit) =>
      visit.rajoutReason !== null &&
      visit.resourceId === resourceId &&
      visit.startMin < partsOfDay.morning.endMin === isMorning,
  ).length;
}

function widened(
  { startMin, endMin }: Interval,
  { beforeMin, afterMin }: { readonly beforeMin: number; readonly afterMin: number } = { beforeMin: 0, afterMin: 0 },
): Interval {
  return { startMin: startMin - beforeMin, endMin: endMin + afterMin };
}
