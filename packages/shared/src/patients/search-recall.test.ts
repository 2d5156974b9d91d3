import { describe, expect, test } from '@jest/globals';
import { wordsOf } from './search-folding.js';
import { type SearchedPatient, searchKeysOf } from './search-keys.js';
import { matchReason, type SearchCondition, searchPlan } from './search-query.js';

describe('recall on two thousand patients', () => {
  const lastNames = [
    'Martin',
    'Bernard',
    'Thomas',
    'Petit',
    'Robert',
    'Richard',
    'Durand',
    'Dubois',
    'Moreau',
    'Laurent',
    'Lefèvre',
    'Le Goff',
    'Le Guen',
    'Ben Salem',
    'Ben Amar',
    'N’Diaye',
    'Traoré',
    'Nguyen',
    'Da Silva',
    'De Oliveira',
    'Garcia-Lopez',
    'O’Connor',
    'Vandenbroucke',
    'Hébert',
    'Cœurdevey',
    'Kaya',
    'Haddad',
    'Müller',
    'Nowak',
    'Sow',
  ];
  const firstNames = [
    'Marie',
    'Jean-Pierre',
    'Léa',
    'Anne-Sophie',
    'Mohamed',
    'Aïcha',
    'Chloé',
    'Théo',
    'Noémie',
    'Ève',
    'Paul',
    'Fatoumata',
    'Loïc',
    'Zoé',
    'Hélène',
    'José',
    'Inès',
    'Ugo',
    'Marie-Louise',
    'Rémi',
  ];
  let seed = 20260302;
  const pick = (count: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * count);
  };
  const one = (list: readonly string[]) => list[pick(list.length)] ?? '';
  const two = (value: number) => String(value).padStart(2, '0');
  const patients = Array.from({ length: 2000 }, (_, index): SearchedPatient => {
    const usedName = one(lastNames) + (pick(4) === 0 ? `-${one(lastNames)}` : '');
    const birthDate = `${1925 + pick(100)}-${two(1 + pick(12))}-${two(1 + pick(28))}`;
    const phone = pick(10) === 0 ? null : `+336399${String(80000 + index).padStart(5, '0')}`;
    const firstName = one(firstNames);
    const birthName = pick(3) === 0 ? one(lastNames) : usedName;
    return { usedName, birthName, firstName, firstNames: firstName, birthDate, phone };
  });

  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const misspell = (word: string): string => {
    const at = pick(word.length);
    const letter = letters[pick(26)] ?? '';
    const kind = pick(4);
    if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
    if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
    if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  };
  const longestWordMisspelt = (text: string) => {
    const words = wordsOf(text);
    const longest = words.reduce((best, word, index) => (word.length > (words[best]?.length ?? 0) ? index : best), 0);
    return words.map((word, index) => (index === longest && word.length > 3 ? misspell(word) : word)).join(' ');
  };
  const keysOf = new Map(patients.map((patient) => [patient, searchKeysOf(patient).map(({ key }) => key)]));
  /** What the table would answer for one patient, read from her own rows. */
  const isFound = (text: string, patient: SearchedPatient) => {
    const keys = keysOf.get(patient) ?? [];
    const holds = (condition: SearchCondition) =>
      'equals' in condition
        ? keys.some((key) => condition.equals.includes(key))
        : keys.some((key) => key.startsWith(condition.startsWith));
    return searchPlan(text).some((step) => step.all.every(holds)) && matchReason(text, patient) !== null;
  };

  const queries: ReadonlyArray<readonly [string, (patient: SearchedPatient) => string]> = [
    ['the full name', (p) => `${p.usedName} ${p.firstName}`],
    ['swapped', (p) => `${p.firstName} ${p.usedName}`.toUpperCase()],
    ['the birth name', (p) => `${p.birthName} ${p.firstName}`],
    ['without accents', (p) => `${p.usedName} ${p.firstName}`.normalize('NFD').replace(/\p{M}/gu, '')],
    ['the beginnings', (p) => `${p.usedName.slice(0, 3)} ${p.firstName.slice(0, 2)}`],
    ['one typo in the name', (p) => `${longestWordMisspelt(p.usedName)} ${p.firstName}`],
    ['one typo in the first name', (p) => `${p.usedName} ${longestWordMisspelt(p.firstName)}`],
    ['the birth date', (p) => p.birthDate.slice(8) + p.birthDate.slice(5, 7) + p.birthDate.slice(2, 4)],
    ['name and year', (p) => `${p.usedName} ${p.birthDate.slice(2, 4)}`],
    ['the end of the phone', (p) => p.phone?.slice(-4) ?? p.usedName],
    ['the whole phone', (p) => (p.phone ? `0${p.phone.slice(3)}` : p.usedName)],
    ['joined words', (p) => `${p.usedName.replace(/[ ’-]/g, '')} ${p.firstName}`],
  ];

  test.each(queries)('%s', (_name, textOf) => {
    const asked = patients.map((patient) => ({ text: textOf(patient), patient }));
    expect(asked.filter(({ text, patient }) => !isFound(text, patient)).map(({ text }) => text)).toEqual([]);
  });

  test('a patient costs a bounded number of short keys', () => {
    for (const patient of patients) {
      const keys = searchKeysOf(patient);
      expect(keys.length).toBeLessThan(130);
      expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
      for (const { key } of keys) expect(key.length).toBeLessThanOrEqual(60);
    }
  });
});
