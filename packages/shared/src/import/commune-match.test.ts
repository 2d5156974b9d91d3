import { expect, test } from '@jest/globals';
import { communeKeys, matchCommune } from './commune-match.js';

const commune = (code: string, folded: string, postalCodes: string[], former = false) => ({
  code,
  folded,
  postalCodes,
  former,
});
const known = [
  commune('59350', 'lille', ['59000', '59800']),
  commune('42218', 'saint etienne', ['42000', '42100']),
  commune('76575', 'saint etienne du rouvray', ['76800']),
  commune('69123', 'lyon', ['69001', '69003']),
  commune('59009', 'villeneuve d ascq', ['59650']),
  commune('62041', 'sainte marie', ['62000']),
  commune('97418', 'sainte marie', ['97438']),
  commune('59355', 'lomme', ['59160'], true),
  commune('2A004', 'ajaccio', ['20000']),
];
const sought = (name: string, postalCode = '', code: string | null = null) => ({ name, postalCode, code });

test.each<[string, ReturnType<typeof sought>, 'home' | 'birth', string | null]>([
  ['by its code', sought('', '', '59350'), 'home', '59350'],
  ['by an unknown code and its name', sought('Lille', '59000', '99999'), 'home', '59350'],
  ['by name and postal code', sought('LILLE', '59000'), 'home', '59350'],
  ['ST for SAINT', sought('ST ETIENNE', '42000'), 'home', '42218'],
  ['an arrondissement', sought('LYON 3EME', '69003'), 'home', '69123'],
  ['an apostrophe', sought("Villeneuve-d'Ascq", '59650'), 'home', '59009'],
  ['a name two departments have, with one', sought('Sainte-Marie', '97438'), 'home', '97418'],
  ['a name two departments have, alone', sought('Sainte-Marie'), 'home', null],
  ['the department alone', sought('Lille', '59'), 'birth', '59350'],
  ['a postal code of somewhere near', sought('Lille', '59777'), 'home', '59350'],
  ['Corsica', sought('Ajaccio', '20090'), 'home', '2A004'],
  ['a former commune lived in', sought('Lomme', '59160'), 'home', null],
  ['a former commune born in', sought('Lomme'), 'birth', '59355'],
  ['a name alone', sought('Lille'), 'birth', '59350'],
  ['nowhere', sought('Nulle-Part', '59000'), 'home', null],
])('%s', (_, place, use, code) => {
  expect(matchCommune(place, known, use)).toBe(code);
});

test('what is looked up once for many lines', () => {
  expect(communeKeys([sought('ST ETIENNE'), sought('Lille', '', '59350'), sought('LILLE')])).toEqual({
    codes: ['59350'],
    names: ['st etienne', 'saint etienne', 'lille'],
  });
});
