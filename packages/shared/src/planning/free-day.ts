import { freeGaps } from './availability.js';
import { type Interval, intersectIntervals, subtractIntervals } from './interval.js';
import { localSpan } from './local-span.js';
import { openIntervals, type PracticeDayQuestion, reservedIntervals } from './practice-day.js';

/** The halves of a day, as the desk speaks of them: noon parts them. */
export const partsOfDay = {
  morning: { startMin: 0, endMin: 720 },
  afternoon: { startMin: 720, endMin: 1440 },
} as const;
export type PartOfDay = keyof typeof partsOfDay;

/** Something that takes the column: [startsAt, endsAt) as ISO instants. */
export interface TakenSpan {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Minutes of the longest free stretch of a day, and of each of its halves: no longer visit fits. */
export interface FreeMinutes {
  readonly longest: number;
  readonly morning: number;
  readonly afternoon: number;
}

/**
 * What is open and not taken on a local day, sorted, minutes of the day. The grid, the finder and what is stored for the
 * finder all ask this, so they never disagree. `taken` may hold spans of other days; those of every lane count.
 * With the preparation and cleaning of a motif, the gaps are those its visits fit in: what is taken reaches as far back
 * as the cleaning before it, and as far on as the preparation after it. Both may lie outside the opening.
 */
export function freeGapsOfDay(
  question: PracticeDayQuestion,
  taken: readonly TakenSpan[],
  { beforeMin, afterMin }: { readonly beforeMin: number; readonly afterMin: number } = { beforeMin: 0, afterMin: 0 },
): Interval[] {
  const open = openIntervals(question);
  if (open.length === 0) return [];
  const busy = taken
    .flatMap(({ startsAt, endsAt }) => localSpan(startsAt, endsAt, question.day, question.zone) ?? [])
    .map(({ startMin, endMin }) => ({ startMin: startMin - afterMin, endMin: endMin + beforeMin }));
  return freeGaps(open, busy);
}

/** The gaps any visit may be offered: those of the day without the stretches kept for emergencies. */
export function offeredGapsOfDay(
  question: PracticeDayQuestion,
  taken: readonly TakenSpan[],
  margins?: Parameters<typeof freeGapsOfDay>[2],
): Interval[] {
  return subtractIntervals(freeGapsOfDay(question, taken, margins), reservedIntervals(question));
}

/** The part of the gaps that lies in one half of the day; all of them when none is asked. */
export function gapsWithin(gaps: readonly Interval[], part: PartOfDay | null): Interval[] {
  return part ? intersectIntervals(gaps, [partsOfDay[part]]) : [...gaps];
}

export function freeMinutes(gaps: readonly Interval[]): FreeMinutes {
  return {
    longest: longestOf(gaps),
    morning: longestOf(gapsWithin(gaps, 'morning')),
    afternoon: longestOf(gapsWithin(gaps, 'afternoon')),
  };
}

function longestOf(gaps: readonly Interval[]): number {
  return gaps.reduce((longest, { startMin, endMin }) => Math.max(longest, endMin - startMin), 0);
}
