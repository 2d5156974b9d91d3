import { publicHoliday } from '@pupitre/shared/planning/public-holidays';
import { addDays, isoWeekday, type LocalDay } from '@pupitre/shared/time/zone';
import type { Agenda } from './agenda.js';
import type { Patient } from './people.js';
import type { Column, Motif, World } from './world.js';

/** A place, a reason and a patient, before it is known how the visit went. */
export interface Draft {
  readonly column: Column;
  readonly motif: Motif;
  readonly patient: Patient;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly minutes: number;
  readonly note: string;
}

/** Nobody comes to the same column again sooner than this. */
const daysApart: Readonly<Record<Column['profession'], number>> = {
  general_practitioner: 6,
  paediatrician: 5,
  midwife: 4,
  physiotherapist: 2,
  radiologist: 25,
};

/** Fills days by chance: each column with patients and reasons that suit it. */
export class DayFiller {
  private readonly pools = new Map<string, readonly Patient[]>();

  constructor(
    private readonly world: World,
    private readonly agenda: Agenda,
    private readonly patients: readonly Patient[],
  ) {}

  /** @param load share of the open time to book, before the column's own habit. */
  fill(column: Column, day: LocalDay, load: number): Draft[] {
    const { dice } = this.world;
    const drafts: Draft[] = [];
    for (const gap of this.agenda.gaps(column, day)) {
      let at = gap.startMin;
      while (at + 10 <= gap.endMin) {
        const draft = dice.chance(load * column.load) ? this.draft(column, day, at, gap.endMin) : undefined;
        if (draft) drafts.push(draft);
        at += draft ? draft.minutes : 10 * dice.int(1, 2);
      }
    }
    return drafts;
  }

  private draft(column: Column, day: LocalDay, startMin: number, endMin: number): Draft | undefined {
    const { dice } = this.world;
    for (let tries = 0; tries < 12; tries += 1) {
      const patient = dice.pick(this.pool(column));
      if (
        this.agenda.comes(patient.row.id, column, day, daysApart[column.profession]) ||
        patient.row.birth_date > addDays(day, -7)
      )
        continue;
      const motif = this.motifFor(column, patient);
      // A card of a quarter of an hour breaks the rhythm of the grid: the desk gives twenty minutes.
      const minutes = motif?.minutes === 15 ? 20 : (motif?.minutes ?? 0);
      if (!motif || startMin + minutes > endMin) continue;
      this.agenda.take(column, day, { startMin, endMin: startMin + minutes }, patient.row.id);
      return { column, motif, patient, day, startMin, minutes, note: motif.notes ? dice.pick(motif.notes) : '' };
    }
    return undefined;
  }

  private motifFor(column: Column, patient: Patient): Motif | undefined {
    const suited = this.world.motifs.filter((motif) => {
      const { fromAge = 0, toAge = 120, sex } = motif.suits ?? {};
      const isOfAge = fromAge <= patient.ageYears && patient.ageYears <= toAge;
      return motif.weight > 0 && motif.columns.includes(column.key) && isOfAge && (!sex || sex === patient.row.sex);
    });
    return suited.length > 0
      ? this.world.dice.weighted(suited.map((motif) => [motif, motif.weight] as const))
      : undefined;
  }

  /** Those who may come to this column, each as many times as she comes often. */
  private pool(column: Column): readonly Patient[] {
    const known = this.pools.get(column.key);
    if (known) return known;
    const suited = this.patients.filter((patient, index) => !patient.keptApart && belongs(column, patient, index));
    const pool = suited.flatMap((patient) => Array.from({ length: patient.visits }, () => patient));
    this.pools.set(column.key, pool);
    return pool;
  }
}

function belongs(column: Column, { ageYears, row }: Patient, index: number): boolean {
  switch (column.profession) {
    case 'paediatrician':
      return ageYears < 17;
    case 'midwife':
      return row.sex === 'F' && ageYears >= 18 && ageYears <= 46;
    case 'physiotherapist':
      return ageYears >= 13 && index % 3 === 0;
    case 'radiologist':
      return ageYears >= 16;
    default:
      return row.usual_practitioner_id === column.practitionerId || (ageYears >= 16 && index % 7 === 0);
  }
}

export function isOpenDay(day: LocalDay, holidayZone: string): boolean {
  return isoWeekday(day) < 7 && publicHoliday(day, holidayZone) === null;
}
