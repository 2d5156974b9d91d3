import { addDays, daysBetween, isoWeekday, type LocalDay, todayIn, toInstant } from '../time/zone.js';
import { freeStarts } from './availability.js';
import { type Interval, intersectIntervals, mergeIntervals, subtractIntervals } from './interval.js';

/** From the least to the most; the desk says it, never a rule. */
export const waitingUrgencies = ['normal', 'soon', 'urgent'] as const;
export type WaitingUrgency = (typeof waitingUrgencies)[number];

/** When somebody can come in a week: 1 is Monday, minutes of the local day, end exclusive. */
export interface WeekTime extends Interval {
  readonly isodow: number;
}

/** A free stretch of a column. `zone` is the clock of the site. */
export interface Hole extends Interval {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly zone: string;
}

/** What somebody on the list waits for. */
export interface WaitingWish {
  readonly id: string;
  readonly durationMin: number;
  /** Her visits begin on multiples of it, from local midnight. */
  readonly gridMin: number;
  /** Columns that suit her and where her motif is on offer. */
  readonly resourceIds: readonly string[];
  /** Days inclusive; null: as long as it takes. */
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay | null;
  /** None: she can always come. */
  readonly times: readonly WeekTime[];
  /** Minutes she needs between the call and the visit. */
  readonly noticeMin: number;
  readonly urgency: WaitingUrgency;
  /** ISO instant. */
  readonly since: string;
  /** The visit she would give back: only an earlier place is better. */
  readonly current: { readonly day: LocalDay; readonly startMin: number } | null;
  /** Minutes that are not hers: she has another visit, or hers must leave them free. Not the visit she would give back. */
  readonly busy: readonly (Interval & { readonly day: LocalDay })[];
}

export type FitReason =
  | { readonly code: 'urgency'; readonly urgency: WaitingUrgency }
  | { readonly code: 'waits'; readonly days: number }
  | { readonly code: 'earlier'; readonly days: number }
  | { readonly code: 'at_her_times' }
  | { readonly code: 'window_ends'; readonly day: LocalDay }
  | { readonly code: 'notice'; readonly minutes: number }
  | { readonly code: 'length'; readonly minutes: number; readonly leftMin: number };

/** Somebody whom the hole suits: the first place in it that she can take, and why it is hers. */
export interface Fit extends Interval {
  readonly entryId: string;
  readonly reasons: readonly FitReason[];
}

const minuteMs = 60_000;
/** A window that ends within so many days is worth saying. */
const endingSoonDays = 3;

/**
 * Who fits a free stretch, in the order in which the desk should call: the most urgent; among them whoever has waited
 * longest, by local days; then whoever needs the shortest notice; then the first to have asked. Each with the earliest
 * place of the stretch that suits her: within her days and her times, no sooner than her notice allows, before the
 * visit she would give back, and while she is nowhere else.
 *
 * An hour that the clock skips is no place. Throws RangeError on a day that does not exist.
 */
export function fitsOf(hole: Hole, entries: readonly WaitingWish[], now: Date): Fit[] {
  const today = todayIn(hole.zone, now);
  return entries
    .flatMap((entry) => {
      const startMin = firstStart(hole, entry, now);
      return startMin === null ? [] : [{ entry, startMin }];
    })
    .sort((a, b) => callOrder(a.entry, b.entry, hole.zone))
    .map(({ entry, startMin }) => ({
      entryId: entry.id,
      startMin,
      endMin: startMin + entry.durationMin,
      reasons: reasonsOf(hole, entry, today),
    }));
}

/** Whole local days since she asked; never negative. */
export function waitedDays(since: string, zone: string, today: LocalDay): number {
  return Math.max(0, daysBetween(todayIn(zone, new Date(since)), today));
}

function callOrder(a: WaitingWish, b: WaitingWish, zone: string): number {
  return (
    rankOf(b.urgency) - rankOf(a.urgency) ||
    daysBetween(todayIn(zone, new Date(b.since)), todayIn(zone, new Date(a.since))) ||
    a.noticeMin - b.noticeMin ||
    Date.parse(a.since) - Date.parse(b.since) ||
    (a.id < b.id ? -1 : 1)
  );
}

function firstStart(hole: Hole, entry: WaitingWish, now: Date): number | null {
  const { day, zone } = hole;
  if (!entry.resourceIds.includes(hole.resourceId)) return null;
  if (day < entry.fromDay || (entry.toDay !== null && day > entry.toDay)) return null;
  const elsewhere = entry.busy.filter((span) => span.day === day);
  const gaps = subtractIntervals(intersectIntervals([hole], timesOn(entry, day)), elsewhere);
  const soonest = now.getTime() + entry.noticeMin * minuteMs;
  const suits = (startMin: number) => {
    const at = toInstant(day, startMin, zone);
    return at !== null && at.getTime() >= soonest && isEarlier(day, startMin, entry);
  };
  return freeStarts(gaps, entry.durationMin, entry.gridMin, 0).find(suits) ?? null;
}

function timesOn({ times }: WaitingWish, day: LocalDay): Interval[] {
  if (times.length === 0) return [{ startMin: 0, endMin: 1440 }];
  const weekday = isoWeekday(day);
  return mergeIntervals(times.filter(({ isodow }) => isodow === weekday));
}

function isEarlier(day: LocalDay, startMin: number, { current }: WaitingWish): boolean {
  return current === null || day < current.day || (day === current.day && startMin < current.startMin);
}

function rankOf(urgency: WaitingUrgency): number {
  return waitingUrgencies.indexOf(urgency);
}

function reasonsOf(hole: Hole, entry: WaitingWish, today: LocalDay): FitReason[] {
  const { urgency, durationMin, noticeMin, current, times, toDay, since } = entry;
  const reasons: FitReason[] = [];
  if (urgency !== 'normal') reasons.push({ code: 'urgency', urgency });
  reasons.push({ code: 'waits', days: waitedDays(since, hole.zone, today) });
  if (current) reasons.push({ code: 'earlier', days: daysBetween(hole.day, current.day) });
  if (times.length > 0) reasons.push({ code: 'at_her_times' });
  if (toDay !== null && toDay <= addDays(today, endingSoonDays)) reasons.push({ code: 'window_ends', day: toDay });
  if (noticeMin > 0) reasons.push({ code: 'notice', minutes: noticeMin });
  const leftMin = hole.endMin - hole.startMin - durationMin;
  reasons.push({ code: 'length', minutes: durationMin, leftMin });
  return reasons;
}
