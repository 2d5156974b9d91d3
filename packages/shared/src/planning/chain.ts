import type { Interval } from './interval.js';

/** One visit of a chain: how long, and the starts at which it fits in each column that will do, ascending. */
export interface ChainStep {
  readonly columns: readonly ChainColumn[];
}

export interface ChainColumn {
  readonly resourceId: string;
  readonly durationMin: number;
  /** Starts at which the visit alone fits, minutes of the local day, ascending. */
  readonly starts: readonly number[];
}

export interface ChainLimits {
  /** Minutes between the end of one visit and the start of the next, both inclusive. */
  readonly minGapMin: number;
  readonly maxGapMin: number;
  /** All in the column of the first. */
  readonly sameColumn: boolean;
}

export interface ChainPlace extends Interval {
  readonly resourceId: string;
}

/** Minutes two steps keep between them where they share a column: the cleaning of one, the preparation of the other. */
export type Apart = (before: number, after: number) => number;

/**
 * The chains of one day: each step after the one before it, in the order given, with a gap within the limits. At most
 * one chain a start of the first step: the one that ends first; among those, the one that uses the earlier columns of
 * its steps. Ascending by the first start; `limit` of them, none overlapping the one before, so that each is a choice.
 */
export function chainsOfDay(
  steps: readonly ChainStep[],
  limits: ChainLimits,
  limit: number,
  apart: Apart = () => 0,
): ChainPlace[][] {
  const search: Search = { steps, limits, apart, known: new Map() };
  const firsts = placesOf(steps[0]).sort((a, b) => a.startMin - b.startMin);
  const best = new Map<number, ChainPlace[]>();
  for (const first of firsts) {
    const tail = soonestTail(search, 1, first, stillNear(search, [{ ...first, step: 0 }], first.endMin));
    const chain = tail && [first, ...tail];
    const rival = best.get(first.startMin);
    if (chain && (!rival || endOf(chain) < endOf(rival))) best.set(first.startMin, chain);
  }
  const found: ChainPlace[][] = [];
  for (const [startMin, chain] of best) {
    const last = found.at(-1);
    if (found.length < limit && (!last || startMin >= endOf(last))) found.push(chain);
  }
  return found;
}

interface Search {
  readonly steps: readonly ChainStep[];
  readonly limits: ChainLimits;
  readonly apart: Apart;
  /** What follows from a state met before: a day of twenty columns meets the same ones over and over. */
  readonly known: Map<string, ChainPlace[] | null>;
}

/** A place taken, whose cleaning may still stand in the way of a later step. */
type NearPlace = ChainPlace & { readonly step: number };

/** The rest of the chain that ends first, after `before`; null when there is none. */
function soonestTail(
  search: Search,
  step: number,
  before: ChainPlace,
  near: readonly NearPlace[],
): ChainPlace[] | null {
  const { steps, limits, apart, known } = search;
  if (step === steps.length) return [];
  const key = JSON.stringify([step, limits.sameColumn && before.resourceId, before.endMin, near]);
  const met = known.get(key);
  if (met !== undefined) return met;
  let best: ChainPlace[] | null = null;
  for (const place of placesOf(steps[step])) {
    const gap = place.startMin - before.endMin;
    if (gap < limits.minGapMin || gap > limits.maxGapMin) continue;
    if (limits.sameColumn && place.resourceId !== before.resourceId) continue;
    const own = near.filter(({ resourceId }) => resourceId === place.resourceId);
    if (own.some((taken) => place.startMin < taken.endMin + apart(taken.step, step))) continue;
    const left = stillNear(search, [...near, { ...place, step }], place.endMin);
    const tail = soonestTail(search, step + 1, place, left);
    if (tail && (!best || endOf([place, ...tail]) < endOf(best))) best = [place, ...tail];
  }
  known.set(key, best);
  return best;
}

/** Those that a step starting at `fromMin` or later could still meet. */
function stillNear({ steps, apart }: Search, near: readonly NearPlace[], fromMin: number): NearPlace[] {
  return near.filter(({ endMin, step }) =>
    steps.some((_, later) => later > step && endMin + apart(step, later) > fromMin),
  );
}

function placesOf(step: ChainStep | undefined): ChainPlace[] {
  return (step?.columns ?? []).flatMap(({ resourceId, durationMin, starts }) =>
    starts.map((startMin) => ({ resourceId, startMin, endMin: startMin + durationMin })),
  );
}

const endOf = (chain: readonly ChainPlace[]): number => chain.at(-1)?.endMin ?? 0;
