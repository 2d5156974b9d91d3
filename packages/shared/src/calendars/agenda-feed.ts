import { absenceWords, calendarWords } from '../fr/calendar-words.js';
import type { AppointmentStatus } from '../planning/appointment-status.js';
import type { AbsenceReason } from '../planning/practice-day.js';
import { toInstant, toLocal } from '../time/zone.js';
import { calendarText, escapeText } from './content-lines.js';
import { zoneLines } from './zone-lines.js';

/** A visit as a feed may tell it: initials, never a name. Instants are ISO. */
export interface FeedVisit {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: AppointmentStatus;
  readonly version: number;
  readonly changedAt: string;
  readonly initials: string;
  readonly motif: string;
}

export interface FeedAbsence {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: AbsenceReason;
  readonly createdAt: string;
}

/** A meeting of the column; `motif` is the group session's, null for one of the staff. */
export interface FeedMeeting {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly version: number;
  readonly createdAt: string;
  readonly motif: string | null;
}

export interface FeedFacts {
  readonly practiceName: string;
  readonly columnName: string;
  readonly zone: string;
  readonly visits: readonly FeedVisit[];
  readonly absences: readonly FeedAbsence[];
  readonly meetings: readonly FeedMeeting[];
}

/** How often a program may come back, as it is told; it does as it likes. */
const refreshEvery = 'PT15M';

/**
 * The agenda of a column as an iCalendar (RFC 5545), the same text for the same facts: its hash tells whether anything
 * changed. UIDs are stable, so a visit that moves is moved and not doubled; SEQUENCE is the visit's version. `year` is
 * the first year whose clock changes matter.
 */
export function agendaFeed(facts: FeedFacts, year: number): string {
  const { zone } = facts;
  const name = escapeText(calendarWords.calendarName(facts.columnName, facts.practiceName));
  return calendarText([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pupitre//Agenda//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `X-WR-TIMEZONE:${zone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refreshEvery}`,
    `X-PUBLISHED-TTL:${refreshEvery}`,
    ...zoneLines(zone, year),
    ...facts.visits.flatMap((visit) => visitLines(visit, zone)),
    ...facts.absences.flatMap((absence) => absenceLines(absence, zone)),
    ...facts.meetings.flatMap((meeting) => meetingLines(meeting, zone)),
    'END:VCALENDAR',
  ]);
}

function visitLines(visit: FeedVisit, zone: string): string[] {
  const isOff = visit.status === 'cancelled';
  return eventLines(visit, zone, {
    sequence: visit.version,
    changedAt: visit.changedAt,
    summary: calendarWords.visit(visit.initials, visit.motif),
    status: isOff ? 'CANCELLED' : visit.status === 'requested' ? 'TENTATIVE' : 'CONFIRMED',
    busy: isOff ? 'FREE' : visit.status === 'requested' ? 'TENTATIVE' : 'BUSY',
  });
}

function absenceLines(absence: FeedAbsence, zone: string): string[] {
  return eventLines(absence, zone, {
    sequence: 0,
    changedAt: absence.createdAt,
    summary: absenceWords[absence.reason],
    status: 'CONFIRMED',
    busy: 'OOF',
  });
}

function meetingLines(meeting: FeedMeeting, zone: string): string[] {
  return eventLines(meeting, zone, {
    sequence: meeting.version,
    changedAt: meeting.createdAt,
    summary: meeting.motif ?? calendarWords.meeting,
    status: 'CONFIRMED',
    busy: 'BUSY',
  });
}

interface Told {
  readonly sequence: number;
  readonly changedAt: string;
  readonly summary: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Outlook's own word, beside TRANSP. */
  readonly busy: 'BUSY' | 'FREE' | 'TENTATIVE' | 'OOF';
}

function eventLines(
  span: { readonly id: string; readonly startsAt: string; readonly endsAt: string },
  zone: string,
  told: Told,
): string[] {
  const changed = utc(told.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${span.id}@pupitre`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${told.sequence}`,
    `DTSTART${moment(span.startsAt, zone)}`,
    `DTEND${moment(span.endsAt, zone)}`,
    `SUMMARY:${escapeText(told.summary)}`,
    `STATUS:${told.status}`,
    `TRANSP:${told.busy === 'FREE' ? 'TRANSPARENT' : 'OPAQUE'}`,
    `X-MICROSOFT-CDO-BUSYSTATUS:${told.busy}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/** On the wall of the zone; in UTC where that wall shows the hour twice and the second time is meant. */
function moment(instant: string, zone: string): string {
  const at = new Date(instant);
  const { day, minutes } = toLocal(at, zone);
  if (toInstant(day, minutes, zone)?.getTime() !== at.getTime()) return `:${utc(instant)}`;
  const time = `${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}00`;
  return `;TZID=${zone}:${day.replaceAll('-', '')}T${time}`;
}

function utc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
