import { type Interval, subtractIntervals } from '@pupitre/shared/planning/interval';
import type { OpeningRuleView } from '@pupitre/shared/practices/practice.contract';
import { type WeekSpan, weekHoursFaults } from '@pupitre/shared/practices/week-hours';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { readClock } from '../../lib/read-clock';

export { readClock };

export const isodows = [1, 2, 3, 4, 5, 6, 7] as const;
export type Isodow = (typeof isodows)[number];

/** A stretch of opening as it is being typed. */
export interface TypedSpan {
  readonly key: string;
  readonly isodow: number;
  readonly from: string;
  readonly to: string;
}

export type SpanFault = 'from_unreadable' | 'to_unreadable' | 'end_before_start' | 'overlap';

export interface WeekReading {
  readonly faults: ReadonlyMap<string, SpanFault>;
  /** In order; null while something cannot be read or stands against the rules. */
  readonly hours: readonly WeekSpan[] | null;
  /** What can be drawn already. */
  readonly drawable: readonly WeekSpan[];
}

/** The weekly hours of a column in force on `day`. */
export function weekOn(rules: readonly OpeningRuleView[], resourceId: string, day: LocalDay): WeekSpan[] {
  return inOrder(
    rules
      .filter((rule) => rule.resourceId === resourceId)
      .filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day))
      .map(({ isodow, startMin, endMin }) => ({ isodow, startMin, endMin })),
  );
}

export function readWeek(spans: readonly TypedSpan[]): WeekReading {
  const faults = new Map<string, SpanFault>();
  const readable: { key: string; span: WeekSpan }[] = [];
  for (const { key, isodow, from, to } of spans) {
    const [startMin, endMin] = [readClock(from), readClock(to)];
    if (startMin === null) faults.set(key, 'from_unreadable');
    else if (endMin === null) faults.set(key, 'to_unreadable');
    else readable.push({ key, span: { isodow, startMin, endMin } });
  }
  for (const { index, code } of weekHoursFaults(readable.map(({ span }) => span))) {
    const found = readable[index];
    if (found) faults.set(found.key, code);
  }
  const drawable = inOrder(readable.map(({ span }) => span).filter(({ startMin, endMin }) => startMin < endMin));
  return { faults, hours: faults.size === 0 ? drawable : null, drawable };
}

export const sameWeek = (one: readonly WeekSpan[], other: readonly WeekSpan[]): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

export interface PaintedBlock extends Interval {
  readonly kind: 'kept' | 'added' | 'removed';
}

/** One day as it is painted: what stays, what is new, what goes. */
export function paintedDay(isodow: number, saved: readonly WeekSpan[], drafted: readonly WeekSpan[]): PaintedBlock[] {
  const before = saved.filter((span) => span.isodow === isodow);
  const after = drafted.filter((span) => span.isodow === isodow);
  const added = subtractIntervals(after, before);
  const kinds = { kept: subtractIntervals(after, added), added, removed: subtractIntervals(before, after) };
  return (['kept', 'added', 'removed'] as const)
    .flatMap((kind) => kinds[kind].map((interval) => ({ ...interval, kind })))
    .sort((a, b) => a.startMin - b.startMin);
}

export const minutesOf = (hours: readonly WeekSpan[]): number =>
  hours.reduce((sum, { startMin, endMin }) => sum + endMin - startMin, 0);

/** Whole hours the painted week shows: all that is open, at least 8 h to 19 h. */
export function shownHours(hours: readonly WeekSpan[]): { readonly first: number; readonly last: number } {
  return {
    first: Math.min(8, ...hours.map(({ startMin }) => Math.floor(startMin / 60))),
    last: Math.max(19, ...hours.map(({ endMin }) => Math.ceil(endMin / 60))),
  };
}

function inOrder(hours: readonly WeekSpan[]): WeekSpan[] {
  return [...hours].sort((a, b) => a.isodow - b.isodow || a.startMin - b.startMin || a.endMin - b.endMin);
}
