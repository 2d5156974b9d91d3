import { type Interval, intervalsOverlap } from '../planning/interval.js';

/** A stretch of opening: isodow 1 (Monday) to 7, minutes of the day, end exclusive. */
export interface WeekSpan extends Interval {
  readonly isodow: number;
}

export interface WeekHoursFault {
  /** Place in the list that was given. */
  readonly index: number;
  readonly code: 'end_before_start' | 'overlap';
}

/**
 * What is wrong with weekly hours, at most one fault a span, in the order given. Spans that touch are fine.
 * Of two that overlap, the later one of the list is told.
 */
export function weekHoursFaults(hours: readonly WeekSpan[]): WeekHoursFault[] {
  return hours.flatMap((span, index): WeekHoursFault[] => {
    if (span.startMin >= span.endMin) return [{ index, code: 'end_before_start' }];
    const earlier = hours.slice(0, index);
    const overlaps = earlier.some((other) => other.isodow === span.isodow && intervalsOverlap(other, span));
    return overlaps ? [{ index, code: 'overlap' }] : [];
  });
}
