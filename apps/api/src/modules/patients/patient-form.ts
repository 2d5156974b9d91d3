import { normalisePhone, type PhoneRegion } from '@pupitre/shared/fr/phone';
import type { PatientForm } from '@pupitre/shared/patients/patient.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { DomainError } from '../../platform/domain-error.js';
import { invalidField } from './invalid-field.js';
import type { PatientEntity, PatientTraits } from './patient.entity.js';

export interface FormContext {
  readonly today: LocalDay;
  readonly region: PhoneRegion;
  /** The number already in the file: an empty field keeps it, for a form never shows it whole. */
  readonly knownPhone: string | null;
}

/** The traits a form stands for. A typed number wins over « without phone »; family names are kept in capitals. */
export function traitsOf(form: PatientForm, { today, region, knownPhone }: FormContext): PatientTraits {
  if (form.birthDate > today) throw new DomainError('patient.birth_date_in_the_future');
  const phone = phoneOf(form, region, knownPhone);
  if (!phone && !form.withoutPhone) throw new DomainError('patient.contact_missing');
  const birthName = familyName(form.birthName);
  return {
    ...form,
    birthName,
    usedName: familyName(form.usedName) || birthName,
    firstName: oneSpaced(form.firstName),
    firstNames: oneSpaced(form.firstNames),
    phone,
    withoutPhone: phone === null,
  };
}

/** Names of the traits that differ, never their values. */
export function changedFields(before: PatientTraits, after: PatientTraits): (keyof PatientTraits)[] {
  return (Object.keys(after) as (keyof PatientTraits)[]).filter((field) => before[field] !== after[field]);
}

/** What an INS is proved for: once one of them changes, the proof holds no longer (RNIV, strict traits). */
export function changesStrictTraits(before: PatientEntity, fields: readonly (keyof PatientTraits)[]): boolean {
  const strict: (keyof PatientTraits)[] = ['birthName', 'firstNames', 'sex', 'birthDate', 'birthPlaceCode'];
  return fields.some((field) => strict.includes(field) || (field === 'firstName' && before.firstNames === ''));
}

/** Only these can make one patient the strict twin of another; an address may be corrected in a file that has one. */
export function mayMakeTwin(fields: readonly (keyof PatientTraits)[]): boolean {
  const compared: (keyof PatientTraits)[] = ['birthName', 'firstName', 'sex', 'birthDate', 'birthPlaceCode'];
  return fields.some((field) => compared.includes(field));
}

function phoneOf(form: PatientForm, region: PhoneRegion, knownPhone: string | null): string | null {
  if (form.phone === '') return form.withoutPhone ? null : knownPhone;
  const phone = normalisePhone(form.phone, region);
  if (!phone) throw invalidField('phone');
  return phone;
}

function familyName(text: string): string {
  return oneSpaced(text).toLocaleUpperCase('fr');
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
