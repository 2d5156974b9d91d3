import type { DayLoadView } from '@pupitre/shared/planning/week.contract';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import type { FreePiece } from '../../lib/free-pieces';

/** How full those are who offer the motif; without one, everybody. */
export function loadsFor(motif: MotifView | null, loads: readonly DayLoadView[]): readonly DayLoadView[] {
  return motif ? loads.filter(({ resourceId }) => motif.resourceIds.includes(resourceId)) : loads;
}

/**
 * The places of a column where a visit of the motif would fit, its margins included. Whether a room it needs is free is
 * asked when it is booked.
 */
export function piecesFor(motif: MotifView, resourceId: string, free: readonly FreePiece[]): FreePiece[] {
  const own = motif.durations.find((duration) => duration.resourceId === resourceId);
  const needed = (own?.minutes ?? motif.minutes) + motif.beforeMin + motif.afterMin;
  return free.filter(({ startMin, gapEndMin }) => gapEndMin - startMin >= needed);
}
