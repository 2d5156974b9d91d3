import type { LocalDay, LocalTime } from '../time/zone.js';
import { displayGaps } from './availability.js';
import { type FreeMinutes, freeGapsOfDay, freeMinutes, type TakenSpan } from './free-day.js';
import { type Interval, subtractIntervals } from './interval.js';
import {
  type ClosedReason,
  type ClosedSpan,
  type PracticeDayQuestion,
  practiceDay,
  ruleHours,
} from './practice-day.js';

/** Under this a gap is no offer: nobody is seen in less. */
export const shortestOfferMin = 10;

/** How full a column is on one local day; minutes of opening, two visits at once counted once. */
export interface DayLoad {
  readonly openMinutes: number;
  readonly bookedMinutes: number;
  /** Whole percent, 100 only when no minute is left; null when nothing opens. */
  readonly occupancy: number | null;
  /** Free time still ahead of `now`. */
  readonly gaps: readonly Interval[];
  /** How many of them are long enough to be offered. */
  readonly holes: number;
  readonly free: FreeMinutes;
  /** Why nothing opens on the day; null when something does. */
  readonly closed: ClosedReason | null;
  /** The closed stretches of the day, each with its reason. */
  readonly closedSpans: readonly ClosedSpan[];
}

/** The load of a day, by the functions that the finder and the grid ask. `taken` may hold spans of other days. */
export function dayLoad(question: PracticeDayQuestion, taken: readonly TakenSpan[], now: LocalTime): DayLoad {
  const { open, closed: closedSpans } = practiceDay(question);
  const openMinutes = lengthOf(open);
  const left = freeGapsOfDay(question, taken);
  const bookedMinutes = openMinutes - lengthOf(left);
  const gaps = aheadOf(left, question.day, now);
  return {
    ...{ openMinutes, bookedMinutes, occupancy: occupancyPercent(bookedMinutes, openMinutes) },
    ...{ gaps, holes: displayGaps(gaps, shortestOfferMin).length, free: freeMinutes(gaps) },
    ...{ closed: open.length > 0 ? null : closureOf(question, closedSpans), closedSpans },
  };
}

/** Rounded down, so that « 100 % » always means full; null for no opening at all. */
export function occupancyPercent(bookedMinutes: number, openMinutes: number): number | null {
  return openMinutes === 0 ? null : Math.floor((bookedMinutes * 100) / openMinutes);
}

/** The same over several days or columns: what is booked of what is open. */
export function occupancyOf(loads: readonly Pick<DayLoad, 'bookedMinutes' | 'openMinutes'>[]): number | null {
  const booked = loads.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0);
  const open = loads.reduce((sum, { openMinutes }) => sum + openMinutes, 0);
  return occupancyPercent(booked, open);
}

const weeklyKinds: ReadonlySet<ClosedReason['kind']> = new Set(['before_opening', 'break', 'closed']);

/** What emptied a day that has weekly hours, or what covers a day off from end to end; else it is a day off. */
function closureOf(question: PracticeDayQuestion, closed: readonly ClosedSpan[]): ClosedReason {
  const told = closed.filter(({ reason }) => !weeklyKinds.has(reason.kind));
  const isWhole = subtractIntervals([{ startMin: 0, endMin: 1440 }], told).length === 0;
  const first = isWhole || ruleHours(question).length > 0 ? told[0] : undefined;
  return first?.reason ?? { kind: 'closed' };
}

function aheadOf(gaps: readonly Interval[], day: LocalDay, now: LocalTime): Interval[] {
  if (day < now.day) return [];
  return day > now.day ? [...gaps] : subtractIntervals(gaps, [{ startMin: 0, endMin: now.minutes }]);
}

const lengthOf = (spans: readonly Interval[]): number =>
  spans.reduce((sum, { startMin, endMin }) => sum + endMin - startMin, 0);
