import { isWithinOneEdit } from '../../patients/one-edit.js';
import { wordsOf } from '../../patients/search-folding.js';
import type { LocalDay } from '../../time/zone.js';
import type { VisitWords } from './visit-words.js';

export interface KnownPatient {
  readonly id: string;
  readonly birthName: string;
  readonly usedName: string;
  readonly firstName: string;
  readonly birthDate: LocalDay;
  /** E.164. */
  readonly phone: string | null;
}

export const patientDoubts = [
  'patient_unknown',
  'patient_unnamed',
  'several_patients',
  'near_patient',
  'birth_date_differs',
  'phone_differs',
] as const;
export type PatientDoubt = (typeof patientDoubts)[number];

export interface PatientChoice {
  /** Set when one patient, and only one, is meant without a doubt. */
  readonly patientId: string | null;
  readonly doubt: PatientDoubt | null;
  /** The likeliest first, six at most. */
  readonly candidates: readonly string[];
}

const mostCandidates = 6;

/**
 * Which patient an event means. Certain: the whole name of one patient alone, and neither birth date nor phone of the
 * text says otherwise; a birth date or a phone that agrees settles namesakes. Everything else is somebody's to decide:
 * a visit in the wrong file is worse than a question.
 */
export function choosePatient(words: VisitWords, known: readonly KnownPatient[]): PatientChoice {
  const named = known.filter((patient) => words.phrases.some((phrase) => isWholeName(phrase, patient)));
  const agreeing = named.filter((patient) => agrees(words, patient));
  const [settled] = agreeing;
  if (settled && agreeing.length === 1) return certain(settled);
  if (named.length > 1) return doubtful('several_patients', agreeing.length > 1 ? agreeing : named);
  const [only] = named;
  if (only) {
    if (words.birthDate !== null && words.birthDate !== only.birthDate) return doubtful('birth_date_differs', named);
    if (words.phones.length > 0 && only.phone !== null) return doubtful('phone_differs', named);
    return certain(only);
  }
  // A family name alone is all that many agendas write.
  const least = words.words.length === 1 ? 1 : 2;
  const near = known
    .map((patient) => ({ patient, score: nearness(words, patient) }))
    .filter(({ score }) => score >= least);
  if (near.length > 0) {
    return doubtful(
      'near_patient',
      near.sort((a, b) => b.score - a.score).map(({ patient }) => patient),
    );
  }
  return doubtful(words.words.length === 0 ? 'patient_unnamed' : 'patient_unknown', []);
}

function certain({ id }: KnownPatient): PatientChoice {
  return { patientId: id, doubt: null, candidates: [id] };
}

function doubtful(doubt: PatientDoubt, candidates: readonly KnownPatient[]): PatientChoice {
  return { patientId: null, doubt, candidates: candidates.slice(0, mostCandidates).map(({ id }) => id) };
}

/** The same words, in any order: the name in use or the one of birth, and the first name. */
function isWholeName(phrase: string, { usedName, birthName, firstName }: KnownPatient): boolean {
  const said = phrase.split(' ').sort().join(' ');
  return [usedName, birthName].some((name) => [...wordsOf(name), ...wordsOf(firstName)].sort().join(' ') === said);
}

function agrees({ birthDate, phones }: VisitWords, patient: KnownPatient): boolean {
  if (birthDate !== null) return birthDate === patient.birthDate;
  return patient.phone !== null && phones.includes(patient.phone);
}

/** How many things point at the patient: a phone, a birth date, a family name, a first name, each a letter apart at most. */
function nearness({ words, phones, birthDate }: VisitWords, patient: KnownPatient): number {
  const isSaid = (name: string) =>
    wordsOf(name).some((part) => words.some((word) => word.length > 2 && isWithinOneEdit(word, part)));
  const points = [
    patient.phone !== null && phones.includes(patient.phone),
    birthDate === patient.birthDate,
    isSaid(patient.usedName) || isSaid(patient.birthName),
    isSaid(patient.firstName),
  ];
  return points.filter(Boolean).length;
}
