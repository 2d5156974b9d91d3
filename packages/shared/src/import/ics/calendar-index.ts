import type { CalendarEvent } from './calendar-event.js';
import { type Expansion, momentKey } from './occurrences.js';

/** What a first reading of a file keeps: which version of each event counts, and what overrides replace. */
export interface CalendarIndex {
  readonly versions: Map<string, Version>;
  /** RECURRENCE-IDs by UID. */
  readonly overrides: Map<string, CalendarEvent['recurrenceId'][]>;
  /** UIDs that a careless program gave to different events. */
  readonly shared: Set<string>;
}

interface Version {
  readonly number: number;
  readonly sequence: number;
  readonly stamp: string;
  readonly start: string;
  readonly summary: string;
}

export function calendarIndex(): CalendarIndex {
  return { versions: new Map(), overrides: new Map(), shared: new Set() };
}

/**
 * Of two events with one UID and one RECURRENCE-ID the higher SEQUENCE counts, then the later stamp, then the later in
 * the file (RFC 5545 §3.8.7.4). Where the two share neither hour nor title, the UID itself is not to be trusted.
 */
export function indexEvent(index: CalendarIndex, event: CalendarEvent): void {
  const key = versionKey(event);
  const version = versionOf(event);
  const before = index.versions.get(key);
  if (before && before.start !== version.start && before.summary !== version.summary) index.shared.add(event.uid);
  if (!before || isNewer(version, before)) index.versions.set(key, version);
  if (event.recurrenceId && !before) {
    const known = index.overrides.get(event.uid);
    if (known) known.push(event.recurrenceId);
    else index.overrides.set(event.uid, [event.recurrenceId]);
  }
}

/** False for a version that another one in the file supersedes. */
export function isCurrent(index: CalendarIndex, event: CalendarEvent): boolean {
  return index.shared.has(event.uid) || index.versions.get(versionKey(event))?.number === event.number;
}

/** The UID the product remembers an event by: made unlike where the file gave one to several. */
export function trustedUid(index: CalendarIndex, event: CalendarEvent): string {
  if (!index.shared.has(event.uid)) return event.uid;
  const { start, summary } = versionOf(event);
  return `${event.uid}~${start}~${summary}`.slice(0, 500);
}

/** Occurrences of the event that others of the file stand for. */
export function replacedOccurrences(
  index: CalendarIndex,
  event: CalendarEvent,
  clockOf: Expansion['clockOf'],
): ReadonlySet<string> {
  if (event.recurrenceId || index.shared.has(event.uid)) return new Set();
  const replaced = index.overrides.get(event.uid) ?? [];
  return new Set(replaced.flatMap((moment) => (moment && momentKey(moment, clockOf)) ?? []));
}

function versionKey({ uid, recurrenceId }: CalendarEvent): string {
  const { day = '', minutes = '', zoneId = '' } = recurrenceId ?? {};
  return `${uid}\n${day}\n${minutes}\n${zoneId}`;
}

function versionOf({ number, sequence, stamp, start, summary }: CalendarEvent): Version {
  return { number, sequence, stamp, start: `${start?.day}+${start?.minutes}`, summary: summary.slice(0, 80) };
}

function isNewer(a: Version, b: Version): boolean {
  return a.sequence !== b.sequence ? a.sequence > b.sequence : a.stamp >= b.stamp;
}
