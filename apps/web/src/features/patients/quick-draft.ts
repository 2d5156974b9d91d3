import { parseDateFr } from '@pupitre/shared/formats/parse';
import { normalisePhone, type PhoneRegion } from '@pupitre/shared/fr/phone';
import { fold } from '@pupitre/shared/patients/search-folding';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { z } from 'zod';

/** The minimum identity as it is being typed. */
export const quickDraft = z.object({
  birthName: z.string(),
  usedName: z.string(),
  firstName: z.string(),
  sex: z.enum(['F', 'M', 'U', '']),
  /** As typed: 120362, 12/03/1962. */
  birthDate: z.string(),
  phone: z.string(),
  withoutPhone: z.boolean(),
});
export type QuickDraft = z.output<typeof quickDraft>;

export const emptyDraft: QuickDraft = {
  birthName: '',
  usedName: '',
  firstName: '',
  sex: '',
  birthDate: '',
  phone: '',
  withoutPhone: false,
};

export type QuickFault = 'name' | 'sex' | 'birthDate' | 'future' | 'phone' | 'contact';
export type QuickFaults = Partial<Record<keyof QuickDraft, QuickFault>>;

const capital = (word: string) =>
  word
    .toLocaleLowerCase('fr')
    .replace(/(^|[\s’'-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toLocaleUpperCase('fr'));

/**
 * What was typed in the search, put into fields: « durand marie 120362 » is a name, a first name and a birth date. The
 * last word is the first name, as one searches; a number that is no date nor phone is left out.
 */
export function draftFromText(text: string, today: LocalDay, region: PhoneRegion): QuickDraft {
  const numbers = text.match(/[\d./]*\d[\d./ -]*\d/g) ?? [];
  const words = text
    .replace(/[\d./]+/g, ' ')
    .split(/\s+/)
    .filter((word) => fold(word) !== '' && fold(word) !== 'nee');
  const birthDate = numbers.find((typed) => parseDateFr(typed, today) !== null) ?? '';
  const phone = numbers.find((typed) => normalisePhone(typed, region) !== null) ?? '';
  const [first, ...rest] = words.toReversed();
  const [name, firstName] = rest.length > 0 ? [rest.toReversed().join(' '), first ?? ''] : [first ?? '', ''];
  return {
    ...emptyDraft,
    birthName: name.toLocaleUpperCase('fr'),
    firstName: capital(firstName),
    birthDate: birthDate.trim(),
    phone: phone.trim(),
  };
}

/** What is missing or wrong, by field; empty when the patient can be created. */
export function quickFaults(draft: QuickDraft, today: LocalDay, region: PhoneRegion): QuickFaults {
  const hasLetter = (name: string) => /\p{L}/u.test(name);
  const birth = parseDateFr(draft.birthDate, today);
  const faults: QuickFaults = {};
  if (!hasLetter(draft.birthName)) faults.birthName = 'name';
  if (draft.usedName.trim() && !hasLetter(draft.usedName)) faults.usedName = 'name';
  if (!hasLetter(draft.firstName)) faults.firstName = 'name';
  if (draft.sex === '') faults.sex = 'sex';
  if (birth === null) faults.birthDate = 'birthDate';
  else if (birth > today) faults.birthDate = 'future';
  if (draft.phone.trim() && normalisePhone(draft.phone, region) === null) faults.phone = 'phone';
  else if (!draft.phone.trim() && !draft.withoutPhone) faults.phone = 'contact';
  return faults;
}
