import { addDays } from '@pupitre/shared/time/zone';
import type { Patient } from './people.js';
import { found, type World } from './world.js';
import type { Writer } from './writer.js';

interface WaitShape {
  /** Days she has waited. */
  readonly sinceDays: number;
  readonly motif: string;
  readonly columns: readonly string[];
  readonly urgency: 'normal' | 'soon' | 'urgent';
  readonly noticeMin: number;
  readonly isodows: readonly number[];
  readonly note: string;
}

const afternoon = { startMin: 840, endMin: 1140 };

/** Who waits for a place on the demo's day. */
const waits: readonly WaitShape[] = [
  wait(12, 'Suivi tension', ['martin'], 'soon', { noticeMin: 60, note: 'Joignable le matin' }),
  wait(9, 'Consultation', ['martin', 'leroy'], 'normal', { noticeMin: 30 }),
  wait(6, '1re consultation', ['leroy'], 'normal', { noticeMin: 120, isodows: [1, 2, 4] }),
  wait(3, 'Consultation', [], 'urgent', { note: 'Accepte tous les médecins' }),
  wait(1, 'Renouvellement', ['martin'], 'normal', { noticeMin: 1440, isodows: [3, 5] }),
];

export async function writeWaitingList(writer: Writer, world: World, patients: readonly Patient[]): Promise<void> {
  const { dice, now, day, motifs, columns, desk } = world;
  const secretary = found(desk, () => true);
  // Grown-ups that no picture names, from the end: those have no part in the day written by hand.
  const people = patients.filter(({ ageYears }) => ageYears >= 18).slice(-waits.length);
  const entries = waits.flatMap((shape, index) => {
    const patient = people[index];
    const since = new Date(now.getTime() - shape.sinceDays * 86_400_000);
    return patient ? [{ shape, patient, since, id: dice.id(since) }] : [];
  });
  await writer.insert(
    'waiting_entry',
    entries.map(({ shape, patient, since, id }) => {
      const motif = found(motifs, ({ name }) => name === shape.motif);
      return {
        ...{ id, patient_id: patient.row.id, motif_id: motif.id, duration_min: motif.minutes },
        ...{ from_day: addDays(day, -shape.sinceDays), urgency: shape.urgency, notice_min: shape.noticeMin },
        times: shape.isodows.map((isodow) => ({ isodow, ...afternoon })),
        ...{ note: shape.note, since: since.toISOString(), added_by: secretary.displayName },
        ...{ state: 'waiting', version: 1 },
      };
    }),
  );
  await writer.insert(
    'waiting_entry_resource',
    entries.flatMap(({ shape, id }) =>
      shape.columns.map((key) => ({
        entry_id: id,
        resource_id: found(columns, (column) => column.key === key).resourceId,
      })),
    ),
  );
  await writer.insert(
    'waiting_event',
    entries.map(({ since, id }) => ({
      ...{ id: dice.id(since), entry_id: id, at: since.toISOString(), account_id: secretary.id },
      ...{ actor_name: secretary.displayName, kind: 'added', details: {} },
    })),
  );
}

function wait(
  sinceDays: number,
  motif: string,
  columns: readonly string[],
  urgency: WaitShape['urgency'],
  rest: Partial<Pick<WaitShape, 'noticeMin' | 'isodows' | 'note'>> = {},
): WaitShape {
  return { sinceDays, motif, columns, urgency, noticeMin: 0, isodows: [], note: '', ...rest };
}
