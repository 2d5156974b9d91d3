import { displayGaps } from '@pupitre/shared/planning/availability';
import { shortestOfferMin } from '@pupitre/shared/planning/day-load';
import { type Interval, subtractIntervals } from '@pupitre/shared/planning/interval';

const PIECE_MIN = 30;
/** Up to this a gap is one offer. */
const WHOLE_MIN = 40;
const CRUMB_MIN = 15;

export interface FreePiece extends Interval {
  /** End of the free time the piece belongs to: a longer visit may run on to it. */
  readonly gapEndMin: number;
}

/**
 * Free time as it is offered on the grid, from `fromMin` on: a short gap is one box, a long one is cut on the half
 * hours so that each box is a place to click and the count of boxes says how much is left.
 */
export function freePieces(gaps: readonly Interval[], fromMin: number): FreePiece[] {
  const start = Math.ceil(fromMin / 5) * 5;
  const left = gaps.map((gap) => ({ startMin: Math.max(gap.startMin, start), endMin: gap.endMin }));
  return displayGaps(left, shortestOfferMin).flatMap(({ startMin, endMin }) => cut(startMin, endMin));
}

function cut(startMin: number, endMin: number): FreePiece[] {
  const bounds = [startMin];
  if (endMin - startMin > WHOLE_MIN) {
    const first = Math.ceil((startMin + CRUMB_MIN) / PIECE_MIN) * PIECE_MIN;
    for (let at = first; at <= endMin - CRUMB_MIN; at += PIECE_MIN) bounds.push(at);
  }
  return bounds.map((from, index) => ({ startMin: from, endMin: bounds[index + 1] ?? endMin, gapEndMin: endMin }));
}

/** What is left of the pieces where others hold a place: what is drawn under a hold cannot be read, nor booked. */
export function withoutHeld(pieces: readonly FreePiece[], held: readonly Interval[]): readonly FreePiece[] {
  if (held.length === 0) return pieces;
  return pieces.flatMap(({ gapEndMin, ...piece }) =>
    displayGaps(subtractIntervals([piece], held), shortestOfferMin).map(({ startMin, endMin }) => {
      const next = held.map((hold) => hold.startMin).filter((at) => at >= endMin);
      return { startMin, endMin, gapEndMin: Math.min(gapEndMin, ...next) };
    }),
  );
}
