import { formatsFor } from '@pupitre/shared/formats/formats';
import { parseDateFr } from '@pupitre/shared/formats/parse';
import type { editPatient, PatientForm, PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { CallOf } from '../../lib/api-client';
import { clashesOf, isSame, type Side } from '../../lib/conflict';

export type Commune = NonNullable<PatientIdentity['commune']>;

/** The file's fields as one edits them: dates as typed, communes with their names. */
export interface FileDraft extends Omit<PatientForm, 'birthDate' | 'birthPlaceCode' | 'communeCode'> {
  birthDate: string;
  birthPlace: Commune | null;
  commune: Commune | null;
}
export type DraftField = keyof FileDraft;

export const cards = ['identity', 'contact', 'administrative', 'notes'] as const;
export type CardId = (typeof cards)[number];

/** A phone is never shown whole in a form: its field starts empty and an empty one keeps the known number. */
export function draftOf(patient: PatientIdentity): FileDraft {
  const { id, number, phoneMasked, insStatus, version, birthDate, ...rest } = patient;
  return { ...rest, phone: '', birthDate: formatsFor('fr').dateShort(birthDate) };
}

/** Fields of the draft that say something else than the file. */
export const changedOf = (changes: Partial<FileDraft>, base: FileDraft): Partial<FileDraft> =>
  Object.fromEntries(
    Object.entries(changes).filter(([field, value]) => !isSame(value, base[field as DraftField])),
  ) as Partial<FileDraft>;

export interface Conflict {
  field: DraftField;
  before: FileDraft[DraftField];
  theirs: FileDraft[DraftField];
  mine: FileDraft[DraftField];
}

/**
 * Fields that a colleague and we both changed since we began: hers is in the file, ours in the form. What only she
 * changed is simply taken over.
 */
export function conflictsOf(base: FileDraft, fresh: FileDraft, changes: Partial<FileDraft>): Conflict[] {
  const mine = { ...base, ...changes };
  return clashesOf(base, fresh, mine)
    .filter((field) => field in changes)
    .map((field) => ({ field, before: base[field], theirs: fresh[field], mine: mine[field] }));
}

/** Our changes, but for the conflicts where the colleague's value was chosen. */
export function withoutTheirs(
  changes: Partial<FileDraft>,
  conflicts: readonly Conflict[],
  choices: Readonly<Partial<Record<DraftField, Side>>>,
): Partial<FileDraft> {
  const theirs = new Set<string>(conflicts.map(({ field }) => field).filter((field) => choices[field] === 'theirs'));
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !theirs.has(field))) as Partial<FileDraft>;
}

/** What is sent: the file as it is now, with our changes; null when the birth date cannot be read. */
export function bodyOf(
  fresh: FileDraft,
  changes: Partial<FileDraft>,
  today: LocalDay,
): CallOf<typeof editPatient>['body'] | null {
  const { birthPlace, commune, birthDate, ...rest } = { ...fresh, ...changes };
  const day = parseDateFr(birthDate, today);
  if (day === null) return null;
  return { ...rest, birthDate: day, birthPlaceCode: birthPlace?.code ?? null, communeCode: commune?.code ?? null };
}
