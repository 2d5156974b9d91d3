import type { LocalDay } from '../time/zone.js';
import { type Interval, intervalsOverlap } from './interval.js';
import { type AbsenceSpan, closedByAbsence, type OpeningRule, ruleHours } from './practice-day.js';

/** One of a pool of rooms, machines or vehicles, on one local day. */
export interface Companion {
  readonly id: string;
  /** None: it is there whenever somebody needs it. */
  readonly rules: readonly OpeningRule[];
  readonly absences: readonly AbsenceSpan[];
  /** What holds it that day, minutes of the local day. */
  readonly busy: readonly Interval[];
}

/** A pool a visit draws one companion from, kept `beforeMin` minutes before and `afterMin` after the visit. */
export interface NeededPool {
  readonly poolId: string;
  readonly name: string;
  readonly beforeMin: number;
  readonly afterMin: number;
  readonly members: readonly Companion[];
}

export interface CompanionDay {
  readonly day: LocalDay;
  readonly zone: string;
  readonly holidayZone: string;
}

/** What a companion is kept for: the visit, its preparation and its cleaning, minutes of the local day. */
export function keptFor(
  visit: Interval,
  { beforeMin, afterMin }: Pick<NeededPool, 'beforeMin' | 'afterMin'>,
): Interval {
  return { startMin: visit.startMin - beforeMin, endMin: visit.endMin + afterMin };
}

/**
 * The member of the pool a visit gets: one of `preferred` when it is free, else the first free one; null when none is.
 * A member with hours of its own must be open for the visit itself; cleaning may run past them.
 */
export function companionOf(
  pool: NeededPool,
  visit: Interval,
  on: CompanionDay,
  preferred: readonly string[] = [],
): string | null {
  const kept = keptFor(visit, pool);
  const free = pool.members.filter((member) => isFree(member, visit, kept, on));
  return (free.find(({ id }) => preferred.includes(id)) ?? free[0])?.id ?? null;
}

function isFree({ id, rules, absences, busy }: Companion, visit: Interval, kept: Interval, on: CompanionDay): boolean {
  const question = { resourceId: id, ...on, rules, absences };
  const isOpen =
    rules.length === 0 ||
    ruleHours(question).some(({ startMin, endMin }) => startMin <= visit.startMin && visit.endMin <= endMin);
  return (
    isOpen &&
    !busy.some((taken) => intervalsOverlap(taken, kept)) &&
    !closedByAbsence(question).some((closed) => intervalsOverlap(closed, kept))
  );
}
