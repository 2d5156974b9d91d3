import type { LocalDay, LocalTime } from '../time/zone.js';
import { type Interval, subtractIntervals } from './interval.js';

/** A place on offer: minutes of the local day, end exclusive. */
export interface FreeSlot {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
}

export interface FreeDay {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly gaps: readonly Interval[];
}

export interface FreeSlotQuestion {
  /** Days in ascending order; within a day, resources in the order they should be offered. Read no further than needed. */
  readonly days: Iterable<FreeDay>;
  readonly durationMin: number;
  readonly gridMin: number;
  readonly notBefore: LocalTime;
  readonly limit: number;
  /** Offers to pass over: 3 for « three more ». */
  readonly skip: number;
  /** What else a place needs, a free room say; absent: nothing. */
  readonly fits?: (slot: FreeSlot) => boolean;
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
export function nextFreeSlots(question: FreeSlotQuestion): FreeSlot[] {
  const { days, durationMin, gridMin, notBefore, limit, skip, fits = () => true } = question;
  const wanted = skip + limit;
  const found: FreeSlot[] = [];
  let ofDay: FreeSlot[] = [];
  let current: LocalDay | null = null;
  const closeDay = () => {
    found.push(...ofDay.sort((a, b) => a.startMin - b.startMin));
    ofDay = [];
  };
  if (limit <= 0) return [];
  for (const { resourceId, day, gaps } of days) {
    if (current !== null && day < current) throw new RangeError(`days out of order: ${day} after ${current}`);
    if (day !== current) closeDay();
    if (found.length >= wanted) break;
    current = day;
    if (day < notBefore.day) continue;
    const notBeforeMin = day === notBefore.day ? notBefore.minutes : 0;
    const starts = freeStarts(gaps, durationMin, gridMin, notBeforeMin);
    const slotAt = (startMin: number) => ({ resourceId, day, startMin, endMin: startMin + durationMin });
    const fitting = starts.filter((startMin) => fits(slotAt(startMin)));
    ofDay.push(...apart(fitting, durationMin).map(slotAt));
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

function apart(starts: readonly number[], durationMin: number): number[] {
  let freeFrom = 0;
  return starts.filter((startMin) => {
    if (startMin < freeFrom) return false;
    freeFrom = startMin + durationMin;
    return true;
  });
}

function isPositiveInteger(n: number): boolean {
  return Number.isInteger(n) && n > 0;
}
