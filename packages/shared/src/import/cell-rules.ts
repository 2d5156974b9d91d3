import { z } from 'zod';
import { nirIsValid, nirKey } from '../identity/checks.js';
import { fold } from '../patients/search-folding.js';

export type Sex = 'F' | 'M' | 'U';

const men = new Set(['m', 'h', 'homme', '1', 'masculin', 'male', 'garcon', 'masc', 'mas', 'hom']);
const women = new Set(['f', 'femme', '2', 'feminin', 'female', 'fille', 'fem', 'w']);
const sirs = new Set(['m', 'mr', 'monsieur', 'mons', 'mrs m', 'sir']);
const madams = new Set(['mme', 'mlle', 'madame', 'mademoiselle', 'mrs', 'ms', 'melle', 'me mme']);

/** 'M', '1', 'H', 'Homme', 'F', '2', 'Femme' of a sex column; null when it says nothing. */
export function readSex(text: string): Sex | null {
  const word = fold(text);
  return men.has(word) ? 'M' : women.has(word) ? 'F' : readTitle(text);
}

/** 'M.', 'Monsieur', 'Mme', 'Mlle' of a title column; null for 'Enfant', 'Dr' and the rest. */
export function readTitle(text: string): Sex | null {
  const word = fold(text);
  return sirs.has(word) ? 'M' : madams.has(word) ? 'F' : null;
}

/** Sex, year and month that a social security number tells; `valid` is its key's word. Null when it has not the shape. */
export function readNir(text: string): { sex: Sex | null; year: string; month: string; valid: boolean } | null {
  const compact = text.replace(/[\s.\-/]/g, '').toUpperCase();
  if (!(compact.length === 13 || compact.length === 15) || nirKey(compact.slice(0, 13)) === null) return null;
  const sex = /^[137]/.test(compact) ? 'M' : /^[248]/.test(compact) ? 'F' : null;
  return {
    sex,
    year: compact.slice(1, 3),
    month: compact.slice(3, 5),
    valid: compact.length === 13 || nirIsValid(compact),
  };
}

/** 'O', 'oui', '1', 'x', 'vrai' and the like; anything else is no. */
export function readYes(text: string): boolean {
  return ['o', 'oui', '1', 'x', 'vrai', 'true', 'yes', 'y', 'v'].includes(fold(text));
}

/** 'non', '0', 'aucun', 'néant': a doctor's column that says there is none. */
export function saysNone(text: string): boolean {
  return ['n', 'non', '0', 'aucun', 'aucune', 'neant', 'faux', 'false', 'no', 'sans', 'pas de mt'].includes(fold(text));
}

const email = z.email().max(200);

/** Trimmed and in lower case; null when no message could reach it. */
export function readEmail(text: string): string | null {
  const written = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[\s;,]+$/, '')
    .toLowerCase();
  return email.safeParse(written).success ? written : null;
}

/** Five digits; a zero that a spreadsheet ate at the head is given back. Null when it is no French postal code. */
export function readPostalCode(text: string): string | null {
  const written = text
    .trim()
    .replace(/^F-?\s?/i, '')
    .replace(/\s/g, '')
    .replace(/[.,]0+$/, '');
  if (/^\d{4}$/.test(written)) return `0${written}`;
  return /^\d{5}$/.test(written) && written !== '00000' ? written : null;
}

/** Five characters of an official commune code; a zero eaten at the head is given back. */
export function readCommuneCode(text: string): string | null {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/[.,]0+$/, '');
  if (/^\d{4}$/.test(written)) return `0${written}`;
  return /^\d[\dAB]\d{3}$/.test(written) ? written : null;
}

/**
 * One line of clean text: no control characters, no halves of characters, none that turn the reading direction, one
 * space between words; the apostrophe a spreadsheet puts before a number, a `+` or a `=` is dropped.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=[\d+=@-])/, '');
}

/** The same, cut: never in the middle of a character, which no database stores. */
export function shortText(text: string, max: number): string {
  return cleanText(text)
    .slice(0, max)
    .replace(/\p{Cs}/gu, '')
    .trim();
}

/** Family names are kept in capitals. */
export function familyName(text: string): string {
  return cleanText(text).toLocaleUpperCase('fr');
}

/** 'JEAN-PIERRE' and 'jean-pierre' become 'Jean-Pierre'; a name written with both cases is left as it was. */
export function firstName(text: string): string {
  const clean = cleanText(text);
  const upper = clean.toLocaleUpperCase('fr');
  const lower = clean.toLocaleLowerCase('fr');
  if (clean !== upper && clean !== lower) return clean;
  return lower.replace(
    /(^|[^\p{L}\p{M}])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'),
  );
}

/** 'DUPONT née MARTIN' and 'MARTIN épouse DUPONT' say two names in one cell; null when there is one. */
export function twoNames(text: string): { used: string; birth: string } | null {
  const clean = cleanText(text);
  const born = /^(.+?)[\s,(]+n[ée]e?\s+(?!e?\s)([^)]+)\)?$/iu.exec(clean);
  if (born) return { used: born[1] ?? '', birth: born[2] ?? '' };
  const married = /^(.+?)[\s,(]+(?:épouse|epouse|ép\.|ep\.|épse|epse)\s+([^)]+)\)?$/iu.exec(clean);
  return married ? { used: married[2] ?? '', birth: married[1] ?? '' } : null;
}
