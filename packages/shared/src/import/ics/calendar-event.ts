import { type CalendarMoment, momentOf, momentsOf, parseDuration } from './calendar-moment.js';
import { type ContentLine, splitList, unescapeText } from './content-line.js';
import type { EventFault } from './event-fault.js';

/** A VEVENT as written; texts are unescaped, cut and free of control characters. */
export interface CalendarEvent {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly uid: string;
  readonly sequence: number;
  /** LAST-MODIFIED or DTSTAMP as written: the greater text is the later one. Empty when not said. */
  readonly stamp: string;
  readonly start: CalendarMoment | null;
  readonly end: CalendarMoment | null;
  readonly duration: { readonly days: number; readonly minutes: number } | null;
  /** RRULE as written, else empty. */
  readonly rule: string;
  readonly exDates: readonly CalendarMoment[];
  readonly rDates: readonly CalendarMoment[];
  /** Which occurrence of a series this event stands for. */
  readonly recurrenceId: CalendarMoment | null;
  readonly status: string;
  /** TRANSP:TRANSPARENT, or Outlook's « free »: it takes no place. */
  readonly free: boolean;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** Name of the organiser, or her address. */
  readonly organizer: string;
  readonly categories: readonly string[];
  /** Name of the calendar it stands in, else empty. */
  readonly calendar: string;
  readonly fault: EventFault | null;
}

/** Properties kept of an event; the rest (attachments, alarms, people invited) is left where it is. */
export const eventProperties: ReadonlySet<string> = new Set(
  'UID SEQUENCE DTSTAMP LAST-MODIFIED DTSTART DTEND DURATION RRULE EXDATE RDATE RECURRENCE-ID STATUS TRANSP SUMMARY DESCRIPTION LOCATION ORGANIZER CATEGORIES X-MICROSOFT-CDO-BUSYSTATUS'.split(
    ' ',
  ),
);

const mostDates = 2000;
const unsafe = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

export interface EventPlace {
  readonly number: number;
  readonly line: number;
  readonly calendar: string;
}

/**
 * The event its lines say. `fault` tells why it cannot be placed; what could be read is there all the same, so that a
 * person recognises it. Without UID, one is made of its start and title: the same file twice is then still the same.
 */
export function calendarEvent(
  lines: readonly ContentLine[],
  place: EventPlace,
  known: EventFault | null = null,
): CalendarEvent {
  const first = (name: string) => lines.find((line) => line.name === name);
  const textOf = (name: string, most: number) => cleanText(unescapeText(first(name)?.value ?? ''), most);
  const moments = (name: string) => {
    const found: CalendarMoment[] = [];
    for (const line of lines) if (line.name === name && found.length <= mostDates) found.push(...momentsOf(line));
    return found;
  };
  const [startLine, endLine, idLine] = [first('DTSTART'), first('DTEND'), first('RECURRENCE-ID')];
  const start = startLine ? momentOf(startLine) : null;
  const duration = first('DURATION');
  const [exDates, rDates] = [moments('EXDATE'), moments('RDATE')];
  const summary = textOf('SUMMARY', 500);
  const event = {
    ...place,
    uid: textOf('UID', 500) || `~${startLine?.value ?? ''}~${summary.slice(0, 200)}`,
    sequence: Number(/^\d{1,9}$/.exec(first('SEQUENCE')?.value.trim() ?? '')?.[0] ?? 0),
    stamp: (first('LAST-MODIFIED') ?? first('DTSTAMP'))?.value.trim().slice(0, 20) ?? '',
    start,
    end: endLine ? momentOf(endLine) : null,
    duration: duration ? parseDuration(duration.value) : null,
    rule: first('RRULE')?.value.trim() ?? '',
    exDates: exDates.slice(0, mostDates),
    rDates: rDates.slice(0, mostDates),
    recurrenceId: idLine ? momentOf(idLine) : null,
    status: first('STATUS')?.value.trim().toUpperCase() ?? '',
    free: isFree(first('TRANSP')?.value, first('X-MICROSOFT-CDO-BUSYSTATUS')?.value),
    summary,
    description: textOf('DESCRIPTION', 4000),
    location: textOf('LOCATION', 300),
    organizer: organizerOf(first('ORGANIZER')),
    categories: categoriesOf(lines),
  };
  const read = faultOf({ startLine, endLine, duration, idLine, event });
  const tooMany = exDates.length > mostDates || rDates.length > mostDates;
  return { ...event, fault: known ?? read ?? (tooMany ? 'too_many_dates' : null) };
}

interface ReadLines {
  readonly startLine: ContentLine | undefined;
  readonly endLine: ContentLine | undefined;
  readonly duration: ContentLine | undefined;
  readonly idLine: ContentLine | undefined;
  readonly event: Pick<CalendarEvent, 'start' | 'end' | 'duration' | 'recurrenceId'>;
}

function faultOf({ startLine, endLine, duration, idLine, event }: ReadLines): EventFault | null {
  if (!startLine) return 'start_missing';
  if (!event.start || (idLine && !event.recurrenceId)) return 'start_unreadable';
  if ((endLine && !event.end) || (duration && !event.duration)) return 'end_unreadable';
  return idLine?.params.RANGE?.toUpperCase() === 'THISANDFUTURE' ? 'this_and_future' : null;
}

/** One space for what no line of text may hold; cut at `most` UTF-16 units, never inside a character. */
export function cleanText(text: string, most: number): string {
  const clean = text
    .replace(/[\n\t]/g, '\u0001')
    .replace(unsafe, (found) => (found.includes('\u0001') ? '\n' : ' '))
    .trim();
  return clean.length <= most ? clean : clean.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

function isFree(transparency = '', busyStatus = ''): boolean {
  return transparency.trim().toUpperCase() === 'TRANSPARENT' || busyStatus.trim().toUpperCase() === 'FREE';
}

function organizerOf(line: ContentLine | undefined): string {
  if (!line) return '';
  return cleanText(line.params.CN || line.value.replace(/^mailto:/i, ''), 200);
}

function categoriesOf(lines: readonly ContentLine[]): string[] {
  return lines
    .filter((line) => line.name === 'CATEGORIES')
    .flatMap((line) => splitList(line.value))
    .map((each) => cleanText(unescapeText(each), 100))
    .filter(Boolean)
    .slice(0, 10);
}
