import { columnOf } from '@pupitre/shared/import/agenda/agenda-columns';
import type { PatientChoice } from '@pupitre/shared/import/agenda/patient-choice';
import { visitNote } from '@pupitre/shared/import/agenda/visit-note';
import { judgeVisit, refuseEvent, type VisitVerdict } from '@pupitre/shared/import/agenda/visit-verdict';
import type { VisitWords } from '@pupitre/shared/import/agenda/visit-words';
import type { CalendarEvent } from '@pupitre/shared/import/ics/calendar-event';
import { type ExpandedEvent, momentKey, type Occurrence } from '@pupitre/shared/import/ics/occurrences';
import { addDays, dayBounds, toLocal } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import type { AgendaReading } from './agenda-reading.js';
import type { SetupMotif } from './agenda-setup.repository.js';
import type { StagedVisit, Standing } from './agenda-visit.repository.js';

export interface JudgedEventText {
  readonly event: CalendarEvent;
  readonly uid: string;
  /** Null: another version of the event counts. */
  readonly expanded: ExpandedEvent | null;
  readonly words: VisitWords;
  readonly patient: PatientChoice;
}

export type VisitDraft = Omit<StagedVisit, 'line'>;

/** The lines of one event: one for each time it takes place, or one that says why it cannot be placed. */
export function draftVisits(
  judged: JudgedEventText,
  reading: AgendaReading,
  standing: ReadonlyMap<string, Standing>,
): VisitDraft[] {
  const { event, expanded } = judged;
  if (!expanded || expanded.fault) {
    return [{ ...unplaced(judged, reading), ...verdictOf(refuseEvent(expanded?.fault ?? 'superseded')) }];
  }
  // A series that is cancelled as a whole is one line, unless an earlier import made visits of it.
  if (event.status === 'CANCELLED' && standing.size === 0) {
    return [{ ...unplaced(judged, reading), ...verdictOf({ verdict: 'refuse', reasons: ['cancelled'] }) }];
  }
  return expanded.occurrences.map((occurrence) => draftOf(occurrence, judged, reading, standing));
}

function draftOf(
  occurrence: Occurrence,
  judged: JudgedEventText,
  reading: AgendaReading,
  standing: ReadonlyMap<string, Standing>,
): VisitDraft {
  const { event, words, patient } = judged;
  const { setup, agenda, choices, now } = reading;
  const column = columnOf(event, choices, agenda.defaultResourceId);
  const motif = motifOf(words, reading);
  const before = standing.get(occurrence.recurrenceKey) ?? null;
  const verdict = judgeVisit(
    occurrence,
    {
      ...{ event, words, patient, column, now },
      motif: motif && {
        minutes: motif.minutes,
        byDefault: words.motifId === null,
        offered: motif.resourceIds.includes(column ?? ''),
      },
    },
    before && { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) },
  );
  const practitionerId = setup.columns.find(({ id }) => id === column)?.practitionerId ?? null;
  return {
    ...unplaced(judged, reading),
    ...verdictOf(verdict),
    ...placeOf(occurrence, verdict, setup.zone),
    recurrenceKey: occurrence.recurrenceKey,
    resourceId: practitionerId && column,
    practitionerId,
    motifId: motif?.id ?? null,
    patientId: verdict.verdict === 'create' || verdict.verdict === 'match' ? patient.patientId : null,
    note: visitNote(event, words, motif ? [motif.name, motif.shortName] : []),
    blockReason: verdict.blockReason,
    standingAppointmentId: before?.appointmentId ?? null,
    standingStartsAt: before?.startsAt ?? null,
  };
}

/** What is known of an event without a time. */
function unplaced({ event, uid, words, patient }: JudgedEventText, { clockOf }: AgendaReading) {
  const { familyName, firstName, sex } = words.person;
  return {
    ...{ event: event.number, fileLine: event.line, sourceUid: uid, newId: uuid() },
    recurrenceKey: event.recurrenceId ? (momentKey(event.recurrenceId, clockOf) ?? event.recurrenceId.day) : '',
    summary: event.summary || event.categories.join(', '),
    words: words.words.join(' '),
    person: familyName
      ? { familyName, firstName, sex, birthDate: words.birthDate, phone: words.phones[0] ?? null }
      : null,
    candidates: patient.candidates,
    ...{ note: '', resourceId: null, practitionerId: null, motifId: null, patientId: null, blockReason: null },
    ...{ allDay: event.start?.minutes === null, days: 1, day: event.start?.day ?? null, startMin: null },
    ...{ durationMin: null, startsAt: null, endsAt: null, standingAppointmentId: null, standingStartsAt: null },
  };
}

function placeOf(occurrence: Occurrence, { durationMin }: VisitVerdict, zone: string) {
  const { allDay, day, days, startsAt } = occurrence;
  if (allDay) {
    const span = { start: dayBounds(day, zone).start, end: dayBounds(addDays(day, days - 1), zone).end };
    return { allDay, day, days, startsAt: span.start.toISOString(), endsAt: span.end.toISOString() };
  }
  if (!startsAt || durationMin === null) return { allDay, day, days };
  const local = toLocal(startsAt, zone);
  const endsAt = new Date(startsAt.getTime() + durationMin * 60_000);
  const at = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { allDay, day: local.day, days, startMin: local.minutes, durationMin, ...at };
}

function motifOf({ motifId }: VisitWords, { setup, agenda }: AgendaReading): SetupMotif | null {
  return setup.motifs.find(({ id }) => id === (motifId ?? agenda.defaultMotifId)) ?? null;
}

function verdictOf({ verdict, reasons }: Pick<VisitVerdict, 'verdict' | 'reasons'>) {
  return { verdict, reasons: reasons.map((code) => ({ code })) };
}
