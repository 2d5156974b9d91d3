import { addDays } from '@pupitre/shared/time/zone';
import type { Patient } from './people.js';
import type { Visit } from './visit.js';
import { found, instant, minutesOf, type World } from './world.js';
import type { Writer } from './writer.js';

interface Wait {
  readonly patient: string;
  readonly motif: string;
  readonly columns: readonly string[];
  /** Days before the demo's own. */
  readonly since: number;
  /** Days from the demo's own; null: as long as it takes. */
  readonly from: number;
  readonly to: number | null;
  /** Weekday, first and last minute; none: any time. */
  readonly times: readonly (readonly [number, string, string])[];
  readonly noticeMin: number;
  readonly urgency: 'normal' | 'soon' | 'urgent';
  readonly note: string;
  /** She has a visit to come, and gives it back for an earlier place. */
  readonly givesBack?: true;
}

const day = 1440;
const weekdays = [1, 2, 3, 4, 5, 6];
const on = (days: readonly number[], start: string, end: string) => days.map((isodow) => [isodow, start, end] as const);

/** Nobody of them can come at once: on the demo's own day the list is quiet until somebody is added. */
const waits: readonly Wait[] = [
  {
    ...{ patient: 'DELAHAYE Irène', motif: 'Renouvellement', columns: ['martin'], since: 6, from: 1, to: 4 },
    ...{ times: on(weekdays, '0:00', '12:00'), noticeMin: day, urgency: 'urgent', note: 'Plus de traitement vendredi' },
  },
  {
    ...{ patient: 'DUPONT Marie', motif: 'Suivi tension', columns: ['martin'], since: 12, from: 1, to: null },
    ...{ times: on(weekdays, '0:00', '12:00'), noticeMin: day, urgency: 'soon', note: '', givesBack: true },
  },
  {
    ...{ patient: 'HAMIDI Leïla', motif: 'Consultation', columns: [], since: 4, from: 1, to: null },
    ...{ times: on([3, 6], '0:00', '24:00'), noticeMin: day, urgency: 'normal', note: '' },
  },
  {
    ...{ patient: 'DUPUIS Marc', motif: 'Résultats', columns: ['martin', 'leroy'], since: 1, from: 1, to: null },
    ...{ times: [], noticeMin: 2 * day, urgency: 'normal', note: 'Rappeler sur son mobile' },
  },
  {
    ...{ patient: 'CORDIER Anne', motif: 'Consultation', columns: ['martin'], since: 2, from: 1, to: null },
    ...{ times: on([4], '16:00', '24:00'), noticeMin: 3 * day, urgency: 'normal', note: '' },
  },
];

/** Who waits for a place, written last: what chance drew before stays as it was. */
export async function writeWaiting(
  writer: Writer,
  world: World,
  patients: readonly Patient[],
  visits: readonly Visit[],
): Promise<void> {
  const [writerAtDesk] = world.desk;
  const entries = waits.map((wait) => entryOf(world, wait, patients, visits, writerAtDesk?.displayName ?? ''));
  await writer.insert(
    'waiting_entry',
    entries.map(({ row }) => row),
  );
  await writer.insert(
    'waiting_entry_resource',
    entries.flatMap(({ row, wait }) =>
      wait.columns.map((key) => ({
        entry_id: row.id,
        resource_id: found(world.columns, (column) => column.key === key).resourceId,
      })),
    ),
  );
  await writer.insert(
    'waiting_event',
    entries.map(({ row }) => ({
      ...{ id: world.dice.id(new Date(row.since)), entry_id: row.id, at: row.since },
      ...{ account_id: writerAtDesk?.id, actor_name: row.added_by, kind: 'added', details: { urgency: row.urgency } },
    })),
  );
}

function entryOf(world: World, wait: Wait, patients: readonly Patient[], visits: readonly Visit[], addedBy: string) {
  const patient = found(patients, ({ name }) => name === wait.patient);
  const motif = found(world.motifs, ({ name }) => name === wait.motif);
  const since = instant(addDays(world.day, -wait.since), minutesOf('10:10'), world.shape.zone);
  const current = wait.givesBack && visits.find((visit) => isToGiveBack(visit, wait, world));
  const row = {
    ...{ id: world.dice.id(since), patient_id: patient.row.id, motif_id: motif.id, duration_min: motif.minutes },
    ...{ from_day: addDays(world.day, wait.from), to_day: wait.to === null ? null : addDays(world.day, wait.to) },
    times: wait.times.map(([isodow, start, end]) => ({ isodow, startMin: minutesOf(start), endMin: minutesOf(end) })),
    ...{ notice_min: wait.noticeMin, urgency: wait.urgency, appointment_id: current ? current.id : null },
    ...{ note: wait.note, since: since.toISOString(), added_by: addedBy, state: 'waiting', version: 1 },
  };
  return { row, wait };
}

const isToGiveBack = (visit: Visit, { patient, motif }: Wait, world: World): boolean =>
  visit.patient.name === patient &&
  visit.motif.name === motif &&
  visit.day > world.day &&
  visit.cancelled === undefined;
