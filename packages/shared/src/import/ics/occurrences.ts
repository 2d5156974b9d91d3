import { addDays, daysBetween, type LocalDay } from '../../time/zone.js';
import type { CalendarEvent } from './calendar-event.js';
import type { CalendarMoment } from './calendar-moment.js';
import type { EventFault } from './event-fault.js';
import { ruleMoments, type WallMoment, type WorkBudget } from './recurrence-days.js';
import { parseRecurrenceRule, type RecurrenceRule, type RuleFault } from './recurrence-rule.js';
import type { WallClock } from './zone-clock.js';

/** Days of the practice that are imported, both included. */
export interface ImportWindow {
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
}

/** When an event takes place, once. */
export interface Occurrence {
  /** RECURRENCE-ID of a member of a series in one spelling (see `momentKey`); empty for an event that comes once. */
  readonly recurrenceKey: string;
  readonly allDay: boolean;
  /** On the wall of the event's zone. */
  readonly day: LocalDay;
  /** Null when the clock never shows that time, or for whole days. */
  readonly startsAt: Date | null;
  /** Of a timed event; 0 when the file gives no end. */
  readonly durationMin: number;
  /** Of whole days, at least 1. */
  readonly days: number;
}

export type OccurrenceFault = EventFault | RuleFault | 'zone_unknown' | 'end_before_start' | 'too_many_occurrences';

export interface ExpandedEvent {
  readonly occurrences: readonly Occurrence[];
  /** It took place before the window as well, or takes place after it: what lies there is left. */
  readonly past: boolean;
  readonly later: boolean;
  readonly fault: OccurrenceFault | null;
}

export interface Expansion {
  readonly window: ImportWindow;
  readonly clockOf: (zoneId: string | null) => WallClock | null;
  /** Keys (`momentKey`) of this event's occurrences that another event of the file replaces or cancels. */
  readonly replaced: ReadonlySet<string>;
  readonly budget: WorkBudget;
}

/** A visit a day for two years, with room: beyond it a series is no agenda's. */
export const mostOccurrences = 800;

const MINUTE_MS = 60_000;

/**
 * The times an event takes place within the window. Recurrences keep the hour on the wall of their own zone over clock
 * changes; EXDATE and replaced occurrences are left out, RDATE added. Nothing is guessed: an unknown zone, an
 * unreadable rule or a series beyond bounds is a fault of the whole event.
 */
export function occurrencesOf(event: CalendarEvent, expansion: Expansion): ExpandedEvent {
  const fault = (code: OccurrenceFault): ExpandedEvent => ({ occurrences: [], past: false, later: false, fault: code });
  const { start } = event;
  if (event.fault || !start) return fault(event.fault ?? 'start_missing');
  const clock = expansion.clockOf(start.zoneId);
  if (!clock) return fault('zone_unknown');
  const length = lengthOf(event, start, clock, expansion);
  if (length === null) return fault('end_before_start');
  const rule = event.rule ? parseRecurrenceRule(event.rule) : null;
  if (typeof rule === 'string') return fault(rule);
  const taken = collect(event, start, rule, clock, expansion);
  if (typeof taken === 'string') return fault(taken);
  const keyAt = (day: LocalDay, minutes: number) => (start.minutes === null ? day : wallKey(day, minutes, clock));
  const isSeries = rule !== null || event.rDates.length > 0;
  const occurrences = taken.moments.map(({ day, minutes }) => ({
    recurrenceKey: event.recurrenceId
      ? (momentKey(event.recurrenceId, expansion.clockOf) ?? event.recurrenceId.day)
      : isSeries
        ? keyAt(day, minutes)
        : '',
    allDay: start.minutes === null,
    day,
    startsAt: start.minutes === null ? null : clock(day, minutes),
    ...length,
  }));
  return { occurrences, past: taken.past, later: taken.later, fault: null };
}

/**
 * One spelling for a moment that EXDATE, RECURRENCE-ID and the series may each write in their own zone: the instant
 * in UTC, or the day. A time no clock shows keeps its wall spelling. Null for an unknown zone.
 */
export function momentKey(moment: CalendarMoment, clockOf: Expansion['clockOf']): string | null {
  if (moment.minutes === null) return moment.day;
  const clock = clockOf(moment.zoneId);
  return clock && wallKey(moment.day, moment.minutes, clock);
}

function wallKey(day: LocalDay, minutes: number, clock: WallClock): string {
  return clock(day, minutes)?.toISOString() ?? `${day}+${minutes}`;
}

interface Taken {
  readonly moments: readonly WallMoment[];
  readonly past: boolean;
  readonly later: boolean;
}

/** Occurrences of the window, in order; the day's edges are those of the event's own zone. */
function collect(
  event: CalendarEvent,
  start: CalendarMoment,
  rule: RecurrenceRule | null,
  clock: WallClock,
  expansion: Expansion,
): Taken | 'too_many_occurrences' {
  const { window, budget } = expansion;
  const first = { day: start.day, minutes: start.minutes ?? 0 };
  const left = leftOut(event, expansion);
  const moments = new Map<string, WallMoment>();
  let [past, later] = [false, false];
  const add = (moment: WallMoment): void => {
    if (moment.day < window.fromDay) past = true;
    else if (moment.day > window.toDay) later = true;
    else {
      const key = start.minutes === null ? moment.day : wallKey(moment.day, moment.minutes, clock);
      if (!left.has(key) && !left.has(moment.day)) moments.set(key, moment);
    }
  };
  const members = rule ? ruleMoments(rule, first, window.toDay, budget, window.fromDay) : [first];
  if (rule && first.day > window.toDay) add(first);
  for (const moment of members) {
    if (rule?.until && isAfter(moment, rule.until, clock, expansion)) break;
    add(moment);
    if (moments.size > mostOccurrences) return 'too_many_occurrences';
  }
  for (const { day, minutes } of event.rDates) add({ day, minutes: minutes ?? first.minutes });
  if (moments.size > mostOccurrences || (rule && budget.daysLeft <= 0)) return 'too_many_occurrences';
  return { moments: [...moments.values()].sort(byTime), past, later };
}

/** An EXDATE without a time takes out whatever the day holds: programs write it so. */
function leftOut(event: CalendarEvent, { replaced, clockOf }: Expansion): ReadonlySet<string> {
  return new Set([...replaced, ...event.exDates.flatMap((moment) => momentKey(moment, clockOf) ?? [])]);
}

function isAfter(moment: WallMoment, until: CalendarMoment, clock: WallClock, { clockOf }: Expansion): boolean {
  // Reading a zone costs: only the days around the end need it.
  if (until.minutes === null || Math.abs(daysBetween(until.day, moment.day)) > 1) return moment.day > until.day;
  const end = until.zoneId === 'UTC' ? clockOf('UTC')?.(until.day, until.minutes) : clock(until.day, until.minutes);
  const at = clock(moment.day, moment.minutes);
  return end && at ? at > end : moment.day > until.day;
}

/** Minutes or whole days, from DTEND or DURATION; null when it ends before it starts or in a zone nobody describes. */
function lengthOf(
  event: CalendarEvent,
  start: CalendarMoment,
  clock: WallClock,
  { clockOf }: Expansion,
): { durationMin: number; days: number } | null {
  const { end, duration } = event;
  if (start.minutes === null) {
    const days = end ? daysBetween(start.day, end.day) : (duration?.days ?? 1);
    return days < 0 ? null : { durationMin: 0, days: Math.max(1, days) };
  }
  if (!end) return { durationMin: duration ? duration.days * 1440 + duration.minutes : 0, days: 1 };
  const endClock = end.minutes === null ? clock : clockOf(end.zoneId ?? start.zoneId);
  if (!endClock) return null;
  const [from, to] = [clock(start.day, start.minutes), endClock(end.day, end.minutes ?? 0)];
  const onWall = daysBetween(start.day, end.day) * 1440 + (end.minutes ?? 0) - start.minutes;
  const minutes = from && to ? Math.round((to.getTime() - from.getTime()) / MINUTE_MS) : onWall;
  return minutes < 0 ? null : { durationMin: minutes, days: 1 };
}

function byTime(a: WallMoment, b: WallMoment): number {
  return a.day === b.day ? a.minutes - b.minutes : a.day < b.day ? -1 : 1;
}

/** The window around today that is shown and imported: thirty days back, twenty-four months ahead. */
export function importWindow(today: LocalDay): ImportWindow {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year + 2, month, 0)).getUTCDate();
  const pad = (value: number) => String(value).padStart(2, '0');
  return { fromDay: addDays(today, -30), toDay: `${year + 2}-${pad(month)}-${pad(Math.min(date, last))}` };
}
