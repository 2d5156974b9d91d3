import { freeGaps } from './availability.js';
import { partsOfDay } from './free-day.js';
import type { Interval } from './interval.js';

/**
 * One resource that is taken, and how many minutes before the start and after the end of whoever takes it. Negative: it
 * is had for less than the visit lasts.
 */
export type TakenResource = readonly [resourceId: string, beforeMin: number, afterMin: number];

/** A visit, a meeting or a hold, minutes of its local day, and all it takes: its column, its rooms and machines. */
export interface Taking extends Interval {
  readonly taken: readonly TakenResource[];
}

/** What one of them takes of a resource, in minutes of its local day, which may run over its ends; empty: nothing. */
export function takenOf(resourceId: string, { startMin, endMin, taken }: Taking): Interval[] {
  return taken
    .filter(([id]) => id === resourceId)
    .map(([, beforeMin, afterMin]) => ({ startMin: startMin - beforeMin, endMin: endMin + afterMin }));
}

/** What all of them take of a resource, in their order: what the database holds, whatever their motifs keep today. */
export function takenMinutes(resourceId: string, takings: readonly Taking[]): Interval[] {
  return takings.flatMap((taking) => takenOf(resourceId, taking));
}

/** What is open in a column and nobody takes: what a grid may draw as free, and the desk then books. */
export function freeOf(resourceId: string, open: readonly Interval[], takings: readonly Taking[]): Interval[] {
  return freeGaps(open, takenMinutes(resourceId, takings));
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
