import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { BookingWhen, BookingWords } from '@pupitre/shared/planning/booking-words';
import { minutesIn } from '@pupitre/shared/practices/motif-minutes';
import type { MotifView, PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';

/** What a search for places is made of, and where each part comes from. */
export interface BookingCriteria {
  motif: MotifView;
  /** Said in the sentence, her usual one, or merely the first of the practice: then nothing is booked unseen. */
  motifFrom: 'said' | 'usual' | 'first';
  /** Null: as long as the motif takes in each of the columns. */
  durationMin: number | null;
  /** Any of them will do; none: any column that offers the motif. */
  columns: readonly ResourceView[];
  when: BookingWhen;
  urgent: boolean;
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
  const said = setup.resources.filter(({ id }) => words.resourceIds.includes(id));
  const usual = setup.practitioners.find(({ id }) => id === hit?.usualPractitionerId);
  const wanted = said.length > 0 ? said : setup.resources.filter(({ id }) => id === usual?.resourceId);
  const motifs = setup.motifs.filter(({ active, id }) => active || id === words.motifId);
  const isOffered = (motif: MotifView) =>
    wanted.length === 0 || wanted.some(({ id }) => motif.resourceIds.includes(id));
  const named = motifs.find(({ id }) => id === words.motifId);
  const usually = motifs.find(({ id }) => id === hit?.usualMotifId);
  const motif = named ?? usually ?? motifs.find(isOffered);
  if (!motif) return null;
  const motifFrom = named ? 'said' : usually ? 'usual' : 'first';
  const columns = wantedColumns(columnsFor(setup, motif), { said, wanted, otherResourceId });
  const minutes = new Set(columns.map(({ id }) => minutesIn(motif, id)));
  return {
    ...{ motif, motifFrom, columns },
    durationMin: saidMinutes(words) ?? (minutes.size === 1 ? ([...minutes][0] ?? null) : null),
    when: words.when ?? { fromDay: today, toDay: null },
    urgent: words.urgent === true,
    isComplete: motifFrom !== 'first' && words.tokens.every(({ kind }) => kind !== 'unknown'),
  };
}

interface Wanted {
  said: readonly ResourceView[];
  wanted: readonly ResourceView[];
  otherResourceId: string | undefined;
}

function wantedColumns(offering: readonly ResourceView[], { said, wanted, otherResourceId }: Wanted) {
  if (otherResourceId !== undefined) return offering.filter(({ id }) => id === otherResourceId);
  const both = offering.filter(({ id }) => wanted.some((column) => column.id === id));
  // Who was said is kept even when she does not take the motif: no place is then the honest answer.
  return both.length > 0 ? both : said;
}

/** The minutes typed; undefined when the length is the motif's. */
function saidMinutes({ tokens, durationMin }: BookingWords): number | undefined {
  return tokens.some(({ kind }) => kind === 'minutes') ? durationMin : undefined;
}

/** The sentence says more than a patient. */
export const saysMore = (words: BookingWords): boolean => words.tokens.some(({ kind }) => kind !== 'patient');
