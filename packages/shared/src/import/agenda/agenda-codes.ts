import { eventFaults } from '../ics/event-fault.js';
import { patientDoubts } from './patient-choice.js';

/** What tells the calendars of a file apart: each may be a column of its own. */
export const agendaTraits = ['calendar', 'organizer', 'location', 'category'] as const;
export type AgendaTrait = (typeof agendaTraits)[number];

/** Of a doubtful line: a visit of this patient, time that is not for patients, or nothing. Undecided counts as `skip`. */
export const visitDecisions = ['link', 'block', 'skip'] as const;
export type VisitDecision = (typeof visitDecisions)[number];

/** Why a line got its verdict, or something to know about it; each has a sentence in the locales. */
export const visitReasons = [
  // create
  'new',
  // match
  'already_imported',
  // said, whatever the verdict
  'overlaps',
  'length_from_motif',
  'length_rounded',
  'motif_by_default',
  'motif_not_offered',
  'in_the_past',
  // doubtful
  ...patientDoubts,
  'absence_proposed',
  'block_proposed',
  'shown_as_free',
  'changed_in_file',
  'cancelled_in_file',
  // refuse
  ...eventFaults,
  'all_day',
  'cancelled',
  'column_left_out',
  'column_unknown',
  'end_before_start',
  'never_comes',
  'recurrence_too_frequent',
  'recurrence_unreadable',
  'superseded',
  'too_long',
  'too_many_occurrences',
  'zone_unknown',
] as const;
export type VisitReason = (typeof visitReasons)[number];

/** Above these a file is no practice's agenda. */
export const mostEvents = 50_000;
export const mostVisits = 100_000;
