import { formatsFor } from '@pupitre/shared/formats/formats';
import { outageWords as words } from '@pupitre/shared/fr/outage-words';
import { noBreak, thinNoBreak } from '@pupitre/shared/fr/typography';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import type { OutageFacts, OutageVisit } from './outage.repository.js';

const french = formatsFor('fr');
/** Lines of a sheet of paper, so that no practitioner's day is cut where nobody looks. */
export const linesASheet = 30;
/** Characters: two rows of its place on the line. A name is never cut. */
const [longestNote, longestMotif] = [34, 38];

/** One sheet of paper: part of a column's day. */
export interface OutageSheet {
  readonly column: string;
  readonly day: string;
  /** How many visits the whole day has, and which of its sheets this is. */
  readonly count: string;
  readonly lines: readonly (readonly string[])[];
}

/** Everything the sheet says, in the order it says it; the layout only places it. */
export function outageTexts(facts: OutageFacts, now: Date) {
  const { zone, practiceName, practicePhone, columns } = facts;
  const today = todayIn(zone, now);
  return {
    practice: [practiceName, practicePhone ? french.phone(practicePhone) : ''].filter(Boolean).join(' · '),
    printed: words.printedAt(french.dateLong(today), french.timeOfInstant(now, zone)),
    sheets: columns.flatMap(({ name, visits }) => daysOf(visits).flatMap((day) => sheetsOf(name, day))),
  };
}

export type OutageTexts = ReturnType<typeof outageTexts>;

function daysOf(visits: readonly OutageVisit[]): (readonly OutageVisit[])[] {
  const days = new Map<LocalDay, OutageVisit[]>();
  for (const visit of visits) days.set(visit.day, [...(days.get(visit.day) ?? []), visit]);
  return [...days.values()];
}

function sheetsOf(column: string, visits: readonly OutageVisit[]): OutageSheet[] {
  const [first] = visits;
  if (!first) return [];
  const sheets = Math.ceil(visits.length / linesASheet);
  return Array.from({ length: sheets }, (_, at) => ({
    column,
    day: french.dateLong(first.day),
    count: [words.count(visits.length), ...(sheets > 1 ? [words.sheet(at + 1, sheets)] : [])].join(', '),
    lines: visits.slice(at * linesASheet, (at + 1) * linesASheet).map(lineOf),
  }));
}

/** The note stands beside an emergency alone: the other lines say what it takes to call, and no more. */
function lineOf(visit: OutageVisit): string[] {
  return [
    french.timeOfMinutes(visit.startMin),
    french.nameFull(visit),
    french.dateShort(visit.birthDate),
    visit.phone ? dialled(visit.phone) : words.withoutPhone,
    short(visit.motif, longestMotif),
    visit.urgent ? [words.urgent, short(visit.note, longestNote)].filter(Boolean).join(' · ') : '',
  ];
}

/** Spaces wider than print asks for: the number is read from a counter, under stress. */
function dialled(phone: string): string {
  return french.phone(phone).replaceAll(thinNoBreak, noBreak);
}

function short(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
