import type { CalendarEvent } from '../import/ics/calendar-event.js';
import { type CalendarIndex, isCurrent, replacedOccurrences } from '../import/ics/calendar-index.js';
import { type Occurrence, occurrencesOf } from '../import/ics/occurrences.js';
import type { WorkBudget } from '../import/ics/recurrence-days.js';
import type { WallClock } from '../import/ics/zone-clock.js';
import { addDays, dayBounds, type LocalDay } from '../time/zone.js';

/** [startsAt, endsAt), in milliseconds since 1970. */
export interface BusySpan {
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface BusyQuestion {
  /** Of the practice: whole days are its days. */
  readonly zone: string;
  readonly fromDay: LocalDay;
  /** Included. */
  readonly toDay: LocalDay;
  readonly index: CalendarIndex;
  readonly clockOf: (zoneId: string | null) => WallClock | null;
  readonly budget: WorkBudget;
}

const minuteMs = 60_000;
/** An event that began before the window may last into it: longer ones are seldom anything but a slip. */
const longestDays = 62;

/**
 * The times an event takes, within the window and cut to it. None for what is free (`TRANSP:TRANSPARENT`, Outlook's
 * « free »), cancelled, superseded, or without length. Null when the event cannot be placed: a zone nobody describes, a
 * rule that cannot be read, a series beyond bounds.
 */
export function busySpansOf(event: CalendarEvent, question: BusyQuestion): BusySpan[] | null {
  if (event.free || event.status === 'CANCELLED' || !isCurrent(question.index, event)) return [];
  const { index, clockOf, budget, fromDay, toDay } = question;
  const { occurrences, fault } = occurrencesOf(event, {
    window: { fromDay: addDays(fromDay, -longestDays), toDay },
    clockOf,
    replaced: replacedOccurrences(index, event, clockOf),
    budget,
  });
  if (fault) return null;
  const window = windowOf(question);
  return occurrences.flatMap((occurrence) => {
    const { startsAt, endsAt } = spanOf(occurrence, question.zone);
    const cut = { startsAt: Math.max(startsAt, window.startsAt), endsAt: Math.min(endsAt, window.endsAt) };
    return cut.startsAt < cut.endsAt ? [cut] : [];
  });
}

/** Spans in order, those that meet or touch made one. */
export function mergeSpans(spans: readonly BusySpan[]): BusySpan[] {
  const merged: BusySpan[] = [];
  for (const span of [...spans].sort((a, b) => a.startsAt - b.startsAt)) {
    const last = merged.at(-1);
    if (!last || span.startsAt > last.endsAt) merged.push(span);
    else if (span.endsAt > last.endsAt) merged[merged.length - 1] = { startsAt: last.startsAt, endsAt: span.endsAt };
  }
  return merged;
}

/** The time that is in one list and not in the other, in order: where something has to be looked at again. */
export function changedSpans(before: readonly BusySpan[], after: readonly BusySpan[]): BusySpan[] {
  const keyOf = ({ startsAt, endsAt }: BusySpan) => `${startsAt} ${endsAt}`;
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return mergeSpans([
    ...before.filter((span) => !has.has(keyOf(span))),
    ...after.filter((span) => !had.has(keyOf(span))),
  ]);
}

function spanOf({ allDay, day, days, startsAt, durationMin }: Occurrence, zone: string): BusySpan {
  if (allDay) {
    const last = addDays(day, days - 1);
    return { startsAt: dayBounds(day, zone).start.getTime(), endsAt: dayBounds(last, zone).end.getTime() };
  }
  // A wall time that no clock shows takes no time.
  const start = startsAt?.getTime() ?? 0;
  return { startsAt: start, endsAt: startsAt ? start + durationMin * minuteMs : start };
}

function windowOf({ zone, fromDay, toDay }: BusyQuestion): BusySpan {
  return { startsAt: dayBounds(fromDay, zone).start.getTime(), endsAt: dayBounds(toDay, zone).end.getTime() };
}
