import { nationalDigits } from '../fr/phone.js';
import type { LocalDay } from '../time/zone.js';
import { oneDeletions } from './one-edit.js';
import { fold, wordsOf } from './search-folding.js';

/** The traits a patient is found by. `usedName` is empty when the birth name is in use; `phone` is E.164. */
export interface SearchedPatient {
  readonly birthName: string;
  readonly usedName: string;
  readonly firstName: string;
  /** All first names of birth, separated by spaces or commas. */
  readonly firstNames: string;
  readonly birthDate: LocalDay;
  readonly phone: string | null;
}

export type SearchKeyKind = 'name' | 'birth_name' | 'first_name' | 'typo' | 'birth_date' | 'birth_year' | 'phone';

export interface SearchKey {
  readonly key: string;
  readonly kind: SearchKeyKind;
}

/** Longest stored phrase; a longer query is cut to the same length before it is looked up. */
export const longestKey = 60;
/** A typo is forgiven from this many letters on: below, half the names are one letter apart. */
export const shortestTypoWord = 3;
const longestTypoWord = 20;

/**
 * The rows of `patient_search_key` for one patient: about fifty, read with `=` and `starts_with` only, so that a
 * leakproof operator serves them under row-level security. Names and digits cannot be confused, however short the
 * beginning: a folded name never starts with `:` or `~`.
 *
 * - phrases, from each word of a name and in both orders: 'dupont marie', 'marie dupont', 'guen anne marie', and
 *   compound names joined ('leguen anne marie'); a prefix of any word is then a prefix of some phrase
 * - ':d120362' and ':d1962-03-12' the birth date, ':y62' and ':y1962' its year
 * - ':p4321899360' the national phone digits reversed, ':e1234' their last four
 * - '~dupont', '~dupnt', … each name word and what is left of it when one letter is missing (symmetric delete)
 */
export function searchKeysOf(patient: SearchedPatient): SearchKey[] {
  const birthName = wordsOf(patient.birthName);
  const usedName = patient.usedName ? wordsOf(patient.usedName) : birthName;
  const firstName = wordsOf(patient.firstName);
  const otherFirstNames = wordsOf(patient.firstNames).filter((word) => !firstName.includes(word));
  const keys = new Map<string, SearchKeyKind>();
  const add = (kind: SearchKeyKind, texts: readonly string[]) => {
    for (const text of texts) {
      const key = text.slice(0, longestKey).trimEnd();
      if (key && !keys.has(key)) keys.set(key, kind);
    }
  };
  add('name', phrases(usedName, firstName));
  add('birth_name', phrases(birthName, firstName));
  add('first_name', tails(otherFirstNames, usedName));
  add('birth_date', birthDateKeys(patient.birthDate));
  add('birth_year', birthYearKeys(patient.birthDate));
  if (patient.phone) add('phone', phoneKeys(patient.phone));
  add('typo', [usedName, birthName, firstName].flatMap(forgivenWords).flatMap(typoKeys));
  return [...keys].map(([key, kind]) => ({ key, kind }));
}

/**
 * The word and what is left of it when one letter is missing; none when it is too short. Stored for a name and
 * looked up for a typed word, it meets on any insertion, deletion, substitution or exchange of neighbours.
 */
export function typoKeys(word: string): string[] {
  if (word.length < shortestTypoWord) return [];
  const shorter = word.length > shortestTypoWord ? oneDeletions(word) : [];
  return [word, ...shorter].map((each) => `~${each}`);
}

/** `written` is 'DDMMYY', the beginning of it, or 'YYYY-MM-DD'. */
export function birthDateKey(written: string): string {
  return `:d${written}`;
}

/** Two digits or four. */
export function birthYearKey(year: string): string {
  return `:y${year}`;
}

/** Digits reversed, so that the end of a number is a prefix. */
export function phoneEndKey(digits: string): string {
  return `:p${[...digits].reverse().join('')}`;
}

/** The commonest end of a number that is typed, by equality. */
export function lastFourKey(digits: string): string {
  return `:e${digits}`;
}

function phrases(name: readonly string[], firstName: readonly string[]): string[] {
  return [
    ...tails(name, firstName),
    ...tails(firstName, name),
    ...joinedTails(name, firstName),
    ...joinedTails(firstName, name),
  ];
}

/** 'le guen anne', 'guen anne'. */
function tails(words: readonly string[], after: readonly string[]): string[] {
  return words.map((_, index) => [...words.slice(index), ...after].join(' '));
}

/** 'leguen anne': only where two words or more can be written as one. */
function joinedTails(words: readonly string[], after: readonly string[]): string[] {
  return words.slice(0, -1).map((_, index) => [words.slice(index).join(''), ...after].join(' '));
}

function forgivenWords(words: readonly string[]): string[] {
  const joined = words.length > 1 ? [words.join('')] : [];
  return [...words, ...joined].filter((word) => word.length <= longestTypoWord);
}

function birthDateKeys(day: LocalDay): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [birthDateKey(`${date}${month}${year.slice(2)}`), birthDateKey(day)];
}

function birthYearKeys(day: LocalDay): string[] {
  return [birthYearKey(day.slice(2, 4)), birthYearKey(day.slice(0, 4))];
}

function phoneKeys(e164: string): string[] {
  const digits = fold(nationalDigits(e164));
  return [phoneEndKey(digits), lastFourKey(digits.slice(-4))];
}
