import { expect, test } from '@jest/globals';
import { chooseColumns, fieldTwice, maskNir, missingFields, proposeColumns } from './column-mapping.js';

const today = '2026-03-02';
const fields = (headers: string[], rows: string[][] = []) =>
  proposeColumns(headers, rows, today).map(({ field }) => field);

test.each<[string, string[], (string | null)[]]>([
  ['a name alone is the birth name', ['Nom', 'Prénom'], ['birthName', 'firstName']],
  ['beside a birth name it is the one in use', ['NOM', 'NOM_JF'], ['usedName', 'birthName']],
  ['beside a used name it is the birth name', ['NOM', 'NOM_USUEL'], ['birthName', 'usedName']],
  ['a used name alone stays one', ['NOM_USUEL', 'PRENOM'], ['usedName', 'firstName']],
  ['three phones', ['Téléphone', 'Tel 2', 'Portable'], ['phone', 'otherPhone', 'mobile']],
  ['two mobiles', ['Portable', 'GSM'], ['mobile', 'phone']],
  ['two e-mails: the first', ['Mail', 'Email'], ['email', null]],
])('%s', (_, headers, expected) => {
  expect(fields(headers)).toEqual(expected);
});

test('what stands under a head without a name', () => {
  const rows = ['1', '2', '3'].map((n) => [
    `0639981${n}01`.slice(0, 10),
    `a${n}@exemple.fr`,
    `24911999999${n}0`.slice(0, 13),
    `A0${n}`,
  ]);
  expect(proposeColumns(['champ1', 'champ2', 'champ3', 'champ4'], rows, today)).toMatchObject([
    { field: 'mobile', confidence: 'likely' },
    { field: 'email', confidence: 'likely' },
    { field: 'nir', confidence: 'likely', kept: false },
    { field: null, confidence: 'none', kept: false },
  ]);
});

test('a birthplace written as codes is a code', () => {
  expect(fields(['Lieu de naissance'], [['59350'], ['2A004'], ['75056']])).toEqual(['birthPlaceCode']);
});

test('examples are the first filled cells, and never a whole social security number, whatever the column', () => {
  const rows = [
    ['', '2 49 11 99 999 999 39'],
    ['DUPONT', ''],
    ['DUPONT', ''],
    ['MARTIN', ''],
  ];
  const columns = proposeColumns(['NOM', 'CODE'], rows, today);
  expect(columns.map(({ examples }) => examples)).toEqual([['DUPONT', 'MARTIN'], ['2 49 11 ••']]);
});

test('a choice is a choice; what it does not name stays', () => {
  const columns = proposeColumns(['NOM', 'INFO'], [], today);
  const chosen = chooseColumns(columns, ({ header }) => (header === 'INFO' ? 'nir' : undefined));
  expect(chosen).toMatchObject([
    { field: 'birthName', confidence: 'sure' },
    { field: 'nir', confidence: 'chosen', kept: false },
  ]);
});

test('one of the two names, a first name and a birth date are needed', () => {
  const of = (...names: string[]) => missingFields(proposeColumns(names, [], today));
  expect(of('NOM_USUEL', 'PRENOM', 'DDN')).toEqual([]);
  expect(of('PRENOM')).toEqual(['birthName', 'birthDate']);
});

test('a field claimed twice is told', () => {
  expect(fieldTwice([{ field: 'email' }, { field: null }, { field: null }, { field: 'email' }])).toBe('email');
  expect(fieldTwice([{ field: 'email' }, { field: null }, { field: null }])).toBeNull();
});

test.each([
  ['249119999999939', '2 49 11 ••'],
  ['1 57 07 2A 004 123', '1 57 07 ••'],
  ['0639981234', '0639981234'],
  ['A00412', 'A00412'],
])('%p is shown as %p', (text, shown) => {
  expect(maskNir(text)).toBe(shown);
});
