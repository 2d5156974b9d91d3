import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { BookingWhen } from '@pupitre/shared/planning/booking-when';
import type { BookingWords } from '@pupitre/shared/planning/booking-words';
import type { MotifView, PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';

/** What a search for places is made of, and where each part comes from. */
export interface BookingCriteria {
  motif: MotifView;
  /** Said in the sentence, her usual one, or merely the first of the practice: then nothing is booked unseen. */
  motifFrom: 'said' | 'usual' | 'first';
  durationMin: number;
  /** Null: any column that offers the motif. */
  resource: ResourceView | null;
  when: BookingWhen;
  /** Every word was understood and the motif is known: Enter on a place may book it. */
  isComplete: boolean;
}

export interface Asked {
  words: BookingWords;
  hit: PatientHit | undefined;
  /** Column chosen with → ; undefined: as said, else the usual one. */
  otherResourceId: string | undefined;
  today: string;
}

/** Columns that take a motif now, in the order of the agenda. */
export function columnsFor(setup: PracticeSetup, motif: MotifView): ResourceView[] {
  return setup.resources
    .filter(({ active, id }) => active && motif.resourceIds.includes(id))
    .toSorted((a, b) => a.position - b.position);
}

/** The sentence first, then what she usually does; null when the practice has no motif to book. */
export function bookingCriteria(
  setup: PracticeSetup,
  { words, hit, otherResourceId, today }: Asked,
): BookingCriteria | null {
  const saidColumn = setup.resources.find(({ id }) => id === words.resourceId);
  const usual = setup.practitioners.find(({ id }) => id === hit?.usualPractitionerId);
  const column = saidColumn ?? setup.resources.find(({ id }) => id === usual?.resourceId);
  const offered = setup.motifs.filter(({ active, id }) => active || id === words.motifId);
  const said = offered.find(({ id }) => id === words.motifId);
  const usually = offered.find(({ id }) => id === hit?.usualMotifId);
  const motif = said ?? usually ?? offered.find(({ resourceIds }) => !column || resourceIds.includes(column.id));
  if (!motif) return null;
  const columns = columnsFor(setup, motif);
  const wanted = otherResourceId ?? saidColumn?.id ?? column?.id;
  const motifFrom = said ? 'said' : usually ? 'usual' : 'first';
  return {
    motif,
    motifFrom,
    durationMin: words.durationMin ?? motif.minutes,
    // A column that was said is kept even when it does not take the motif: no place is then the honest answer.
    resource: columns.find(({ id }) => id === wanted) ?? (otherResourceId ? null : (saidColumn ?? null)),
    when: words.when ?? { fromDay: today, toDay: null },
    isComplete: motifFrom !== 'first' && words.tokens.every(({ kind }) => kind !== 'unknown'),
  };
}

/** The sentence says more than a patient. */
export const saysMore = (words: BookingWords): boolean => words.tokens.some(({ kind }) => kind !== 'patient');
