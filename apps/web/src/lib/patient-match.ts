import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { type MatchRange, matchReason } from '@pupitre/shared/patients/search-match';

export type MarkedField = 'usedName' | 'firstName' | 'birthName' | 'birthDate' | 'phone';
type Span = readonly [start: number, end: number];
/** Stretches to underline by field. `birthDate` counts in DD/MM/YYYY, `phone` in the end shown (« 47 »). */
export type Marks = Readonly<Partial<Record<MarkedField, readonly Span[]>>>;

/** A list knows the end of a number only, and one name when no other is used. */
function searched(hit: PatientHit) {
  const { birthName, usedName, firstName, birthDate } = hit;
  return { birthName, usedName: usedName || birthName, firstName, firstNames: '', birthDate, phone: null };
}

/** Whether what is known here answers the text: what lets a list narrow while the server is still asked. */
export const answers = (text: string, hit: PatientHit): boolean => matchReason(text, searched(hit)) !== null;

/** True when she answers only once a typo is forgiven. */
export const isNearMiss = (text: string, hit: PatientHit): boolean =>
  matchReason(text, searched(hit))?.reason === 'typo';

/**
 * What to underline in a hit. The server also searches what a list does not show (other first names, the whole
 * number): then each word is judged alone, and a word that nothing shown explains is left without a mark.
 */
export function marksOf(text: string, hit: PatientHit): Marks {
  const patient = searched(hit);
  const whole = matchReason(text, patient);
  const ranges = whole ? whole.ranges : text.split(/\s+/).flatMap((word) => matchReason(word, patient)?.ranges ?? []);
  const marks: Partial<Record<MarkedField, Span[]>> = {};
  for (const { field, start, end } of ranges) {
    if (isShown(field)) marks[field] = [...(marks[field] ?? []), [start, end]];
  }
  const { phoneEnd } = hit;
  if (phoneEnd && !marks.birthDate && endsTyped(text, phoneEnd)) marks.phone = [[0, phoneEnd.length]];
  return marks;
}

const isShown = (field: MatchRange['field']): field is MarkedField => field !== 'firstNames';

const endsTyped = (text: string, phoneEnd: string) =>
  [...text.matchAll(/\d[\d .]*/g)].some(([digits]) => digits.replace(/\D/g, '').endsWith(phoneEnd));
