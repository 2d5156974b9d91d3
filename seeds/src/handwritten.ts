import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import type { Agenda } from './agenda.js';
import type { Journal } from './journal.js';
import type { Patient } from './people.js';
import { after, type Visit } from './visit.js';
import type { VisitCourse } from './visit-course.js';
import { found, minutesOf, type World } from './world.js';

interface Desk {
  readonly world: World;
  readonly agenda: Agenda;
  readonly journal: Journal;
  readonly course: VisitCourse;
}

interface Wanted {
  readonly patient: string;
  readonly column: string;
  readonly motif: string;
  /** Days from the demo's day; the nearest day on which the place is free. */
  readonly inDays: number;
  readonly start: string;
  readonly minutes: number;
  readonly outcome: 'done' | 'no_show' | 'booked' | 'confirmed';
}

const dupontVisits = 25;

/** Days before the demo's day: monthly, the two last ones as her file shows them. */
const dupontPast: readonly Wanted[] = Array.from({ length: dupontVisits }, (_, index) => ({
  patient: 'DUPONT Marie',
  column: 'martin',
  motif: index % 3 === 1 ? 'Suivi tension' : 'Consultation',
  inDays: index === 0 ? -27 : index === 1 ? -49 : -49 - 35 * (index - 1),
  start: index % 2 === 0 ? '9:20' : '10:00',
  minutes: 20,
  outcome: index === 23 ? 'no_show' : 'done',
}));

const wanted: readonly Wanted[] = [
  ...dupontPast,
  ...listed('DUPONT Marie', 'martin', 'Suivi tension', [[7, '9:20', 'confirmed']]),
  ...listed('DUPONT Marie', 'echo', 'Écho thyroïde', [[22, '14:00', 'booked']]),
  ...listed('DUPUIS Marc', 'leroy', 'Consultation', [
    [-61, '11:00', 'done'],
    [3, '10:35', 'booked', 25],
  ]),
  ...listed('LECLERC Julie', 'martin', 'Consultation', [[10, '16:20', 'booked']]),
  ...listed('KAYA Deniz', 'martin', 'Suivi diabète', [
    [-91, '9:20', 'done'],
    [91, '9:20', 'booked'],
  ]),
  ...listed('PETIT Jean', 'martin', 'Consultation', [
    [-105, '11:00', 'done'],
    [-49, '11:20', 'done'],
    [91, '9:00', 'booked'],
  ]),
  ...listed('PETIT Jean', 'leroy', 'Consultation', [[-181, '9:00', 'done']]),
  ...listed('TRAORÉ Fatou', 'roux', 'Bilan initial', [[-14, '15:00', 'no_show']]),
];

/** Visits that the pictures tell of, outside the demo's own day; they take their places before chance does. */
export function writtenVisits(desk: Desk, patients: readonly Patient[]): Visit[] {
  return wanted.map((each) =>
    written(
      desk,
      each,
      found(patients, (patient) => patient.name === each.patient),
    ),
  );
}

function written({ world, agenda, journal, course }: Desk, each: Wanted, patient: Patient): Visit {
  const column = found(world.columns, ({ key }) => key === each.column);
  const motif = found(
    world.motifs,
    ({ shortName, columns }) => shortName === each.motif && columns.includes(column.key),
  );
  const startMin = minutesOf(each.start);
  const span = { startMin, endMin: startMin + each.minutes };
  const day: LocalDay = agenda.nearestDay(column, addDays(world.day, each.inDays), span, each.inDays < 0 ? -1 : 1);
  agenda.take(column, day, span, patient.row.id);
  const draft = { column, motif, patient, day, startMin, minutes: each.minutes, note: '' };
  const start = course.start(draft, true);
  switch (each.outcome) {
    case 'done':
      return course.done(start);
    case 'no_show':
      return { ...start, status: 'no_show', absent: journal.at(day, startMin + 25) };
    case 'confirmed':
      return { ...start, status: 'confirmed', confirmed: { at: after(world.now, -95), by: journal.anyone() } };
    default:
      return { ...start, status: 'booked', confirmed: undefined };
  }
}

function listed(
  patient: string,
  column: string,
  motif: string,
  visits: readonly (readonly [number, string, Wanted['outcome'], number?])[],
): Wanted[] {
  return visits.map(([inDays, start, outcome, minutes = 20]) => ({
    patient,
    column,
    motif,
    inDays,
    start,
    minutes,
    outcome,
  }));
}
