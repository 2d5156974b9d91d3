import type { LocalDay, LocalTime } from '../time/zone.js';
import { type Interval, subtractIntervals } from './interval.js';

/** A place on offer: minutes of the local day, end exclusive. */
export interface FreeSlot {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
  /** Of several kinds that would do, the one that fits here. */
  readonly motifId?: string;
  /** Rooms, machines and vehicles it comes with. */
  readonly companionIds?: readonly string[];
}

/** A kind of visit that would do in a column on a day, and the gaps it may take. */
export interface FreeKind {
  readonly motifId?: string;
  readonly gaps: readonly Interval[];
  readonly durationMin: number;
  readonly gridMin: number;
  /** What a place comes with, null when it lacks what the visit needs; absent: it needs nothing. */
  readonly companionsOf?: (slot: FreeSlot) => readonly string[] | null;
}

export interface FreeDay {
  readonly resourceId: string;
  readonly day: LocalDay;
  /** The one that is liked best first: where several fit, it is offered. */
  readonly kinds: readonly FreeKind[];
}

export interface FreeSlotQuestion {
  /** Days in ascending order; within a day, resources in the order they should be offered. Read no further than needed. */
  readonly days: Iterable<FreeDay>;
  readonly notBefore: LocalTime;
  readonly limit: number;
  /** Offers to pass over: 3 for « three more ». */
  readonly skip: number;
}

/** What is open and not taken, sorted. Touching gaps are one, so that a long visit finds its place across them. */
export function freeGaps(open: readonly Interval[], busy: readonly Interval[]): Interval[] {
  return subtractIntervals(open, busy);
}

/**
 * Every start, in minutes of the day, at which `durationMin` fits whole in a gap: multiples of `gridMin` counted from
 * local midnight, none before `notBeforeMin`. Throws RangeError on a duration or a grid that is not a positive integer.
 */
export function freeStarts(
  gaps: readonly Interval[],
  durationMin: number,
  gridMin: number,
  notBeforeMin: number,
): number[] {
  if (!isPositiveInteger(durationMin) || !isPositiveInteger(gridMin)) {
    throw new RangeError(`duration and grid must be positive minutes: ${durationMin}, ${gridMin}`);
  }
  return gaps.flatMap((gap) => {
    const first = Math.ceil(Math.max(gap.startMin, notBeforeMin) / gridMin) * gridMin;
    const count = Math.max(0, Math.floor((gap.endMin - durationMin - first) / gridMin) + 1);
    return Array.from({ length: count }, (_, index) => first + index * gridMin);
  });
}

/**
 * The next places over several resources, by time, then by the order of the resources.
 * Offers of one resource never overlap each other: three offers are three choices, and all could be taken.
 * The last day read is always read to its end before sorting. Throws RangeError when the days come out of order.
 */
export function nextFreeSlots({ days, notBefore, limit, skip }: FreeSlotQuestion): FreeSlot[] {
  const wanted = skip + limit;
  const found: FreeSlot[] = [];
  let ofDay: FreeSlot[] = [];
  let current: LocalDay | null = null;
  const closeDay = () => {
    found.push(...ofDay.sort((a, b) => a.startMin - b.startMin));
    ofDay = [];
  };
  if (limit <= 0) return [];
  for (const freeDay of days) {
    const { day } = freeDay;
    if (current !== null && day < current) throw new RangeError(`days out of order: ${day} after ${current}`);
    if (day !== current) closeDay();
    if (found.length >= wanted) break;
    current = day;
    if (day < notBefore.day) continue;
    ofDay.push(...placesOf(freeDay, day === notBefore.day ? notBefore.minutes : 0));
  }
  closeDay();
  return found.slice(skip, wanted);
}

/** The gaps long enough for a card, with their length: « 11 h 30 … 20 min ». */
export function displayGaps(
  gaps: readonly Interval[],
  minMinutes: number,
): { startMin: number; endMin: number; minutes: number }[] {
  return gaps
    .map(({ startMin, endMin }) => ({ startMin, endMin, minutes: endMin - startMin }))
    .filter(({ minutes }) => minutes >= minMinutes);
}

/** Places of one column that do not overlap: the earliest first, and at one time the kind that is liked best. */
function placesOf({ resourceId, day, kinds }: FreeDay, notBeforeMin: number): FreeSlot[] {
  const starts = kinds.flatMap((kind) =>
    freeStarts(kind.gaps, kind.durationMin, kind.gridMin, notBeforeMin).map((startMin) => ({ kind, startMin })),
  );
  if (kinds.length > 1) starts.sort((a, b) => a.startMin - b.startMin);
  const places: FreeSlot[] = [];
  for (const { kind, startMin } of starts) {
    if (startMin < (places.at(-1)?.endMin ?? 0)) continue;
    const { motifId, durationMin } = kind;
    const place = { resourceId, day, startMin, endMin: startMin + durationMin, ...(motifId && { motifId }) };
    const companionIds = kind.companionsOf ? kind.companionsOf(place) : [];
    if (companionIds) places.push({ ...place, ...(companionIds.length > 0 && { companionIds }) });
  }
  return places;
}

function isPositiveInteger(n: number): boolean {
  return Number.isInteger(n) && n > 0;
}
