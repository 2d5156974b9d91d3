import { type CalendarEvent, calendarEvent, cleanText, eventProperties } from './calendar-event.js';
import { type ContentLine, parseContentLine, unescapeText } from './content-line.js';
import type { EventFault } from './event-fault.js';
import type { ZoneBlock } from './zone-block.js';

/** A line of the file, unfolded and decoded. */
export interface CalendarLine {
  /** Number of its first physical line, from 1. */
  readonly number: number;
  readonly text: string;
  /** Longer than what is kept; `text` is its beginning. */
  readonly cut: boolean;
}

/** Where the reading of a file stands; made by `beginCalendar`, changed by `readCalendarLine`. */
export interface CalendarReading {
  /** VTIMEZONE blocks met so far. */
  readonly zones: ZoneBlock[];
  /** False until a BEGIN:VCALENDAR was met. */
  isCalendar: boolean;
  /** Events begun so far. */
  events: number;
  calendar: string;
  /** Components open around the line, the innermost last. */
  readonly open: string[];
  event: OpenEvent | null;
  zone: { id: string; location: string; observances: ContentLine[][] } | null;
}

interface OpenEvent {
  readonly number: number;
  readonly line: number;
  readonly lines: ContentLine[];
  /** Characters of its lines. */
  length: number;
  fault: EventFault | null;
}

/** Texts that may be cut without harm: nothing is placed by them. */
const mayBeCut = new Set(['DESCRIPTION']);
const mostLinesOfEvent = 3000;
/** Characters: room for thousands of dates. */
const longestEvent = 300_000;
const mostDepth = 20;
const mostZones = 100;
const mostObservances = 200;
const mostLinesOfObservance = 100;

export function beginCalendar(): CalendarReading {
  return { zones: [], isCalendar: false, events: 0, calendar: '', open: [], event: null, zone: null };
}

/**
 * Takes the next line and gives the event that ends there, if one does: one event at a time is held. Forgiving where
 * programs are careless (unknown components, alarms within, several calendars in one file, a missing END); strict
 * where a guess would misplace a visit: such an event carries its fault.
 */
export function readCalendarLine(reading: CalendarReading, { text, number, cut }: CalendarLine): CalendarEvent | null {
  const line = parseContentLine(text);
  if (!line) return null;
  const component = line.value.trim().toUpperCase();
  if (line.name === 'BEGIN') return begin(reading, component, number);
  if (line.name === 'END') return finish(reading, component);
  if (reading.event) readEventLine(reading, reading.event, line, cut);
  else if (reading.zone) readZoneLine(reading, reading.zone, line);
  else if (line.name === 'X-WR-CALNAME') reading.calendar = cleanText(unescapeText(line.value), 100);
  return null;
}

/** The event that a file cut short leaves open. */
export function endCalendar(reading: CalendarReading): CalendarEvent | null {
  return close(reading, 'unfinished');
}

function begin(reading: CalendarReading, component: string, line: number): CalendarEvent | null {
  const { open, zone } = reading;
  const unfinished = component === 'VEVENT' || component === 'VCALENDAR' ? close(reading, 'unfinished') : null;
  if (unfinished) open.length = 0;
  if (open.length < mostDepth) open.push(component);
  switch (component) {
    case 'VCALENDAR':
      reading.isCalendar = true;
      reading.calendar = '';
      break;
    case 'VEVENT':
      reading.events += 1;
      reading.event = { number: reading.events, line, lines: [], length: 0, fault: null };
      break;
    case 'VTIMEZONE':
      reading.zone = { id: '', location: '', observances: [] };
      break;
    case 'STANDARD':
    case 'DAYLIGHT':
      if (zone && zone.observances.length < mostObservances) zone.observances.push([]);
  }
  return unfinished;
}

function finish(reading: CalendarReading, component: string): CalendarEvent | null {
  const depth = reading.open.lastIndexOf(component);
  if (depth >= 0) reading.open.length = depth;
  if (component === 'VTIMEZONE' && reading.zone) {
    if (reading.zone.id && reading.zones.length < mostZones) reading.zones.push(reading.zone);
    reading.zone = null;
  }
  return component === 'VEVENT' ? close(reading, null) : null;
}

function close(reading: CalendarReading, known: EventFault | null): CalendarEvent | null {
  if (!reading.event) return null;
  const { lines, number, line, fault } = reading.event;
  reading.event = null;
  return calendarEvent(lines, { number, line, calendar: reading.calendar }, fault ?? known);
}

function readEventLine({ open }: CalendarReading, event: OpenEvent, line: ContentLine, cut: boolean): void {
  if (open.at(-1) !== 'VEVENT' || !eventProperties.has(line.name)) return;
  if (cut && !mayBeCut.has(line.name)) event.fault ??= 'line_too_long';
  event.length += line.value.length;
  if (event.lines.length < mostLinesOfEvent && event.length < longestEvent) event.lines.push(line);
  else event.fault ??= 'too_many_dates';
}

function readZoneLine({ open }: CalendarReading, zone: NonNullable<CalendarReading['zone']>, line: ContentLine): void {
  const observance = zone.observances.at(-1);
  if (open.at(-1) === 'VTIMEZONE') {
    if (line.name === 'TZID') zone.id = line.value.trim();
    if (line.name === 'X-LIC-LOCATION') zone.location = line.value.trim();
  } else if (observance && observance.length < mostLinesOfObservance) observance.push(line);
}
