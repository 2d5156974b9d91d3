import { describe, expect, test } from '@jest/globals';
import { proposeColumns } from './column-mapping.js';
import { type RowContext, readPatientRow } from './patient-row.js';

const context: RowContext = {
  today: '2026-03-02',
  region: 'FR',
  practitioners: [
    { id: 'martin', firstName: 'Hélène', lastName: 'MARTIN' },
    { id: 'leroy', firstName: 'Karim', lastName: 'LE ROY' },
  ],
};

/** A row written as 'HEAD: cell' pairs. */
function row(written: Record<string, string>) {
  const all = { NOM: 'Dupont', PRENOM: 'Jean', DDN: '01/02/1980', SEXE: 'M', PORTABLE: '0639981234', ...written };
  return readPatientRow(Object.values(all), proposeColumns(Object.keys(all), [], context.today), context);
}
const codes = (written: Record<string, string>) => row(written).reasons.map(({ code }) => code);

test('a whole row, as the product keeps it', () => {
  expect(
    row({
      'NOM JF': ' martin ',
      MAIL: 'A@B.fr',
      ADR1: '1 rue A',
      ADR2: 'Bât. B',
      CP: '59000',
      VILLE: 'LILLE CEDEX 9',
      MUTUELLE: 'MGEN',
      ALD: 'O',
    }),
  ).toMatchObject({
    traits: {
      ...{ birthName: 'MARTIN', usedName: 'DUPONT', firstName: 'Jean', sex: 'M', birthDate: '1980-02-01' },
      ...{ phone: '+33639981234', email: 'a@b.fr', street: '1 rue A, Bât. B', postalCode: '59000' },
      ...{ complementaryName: 'MGEN', longTermIllness: true, referringDoctor: true, usualPractitionerId: null },
    },
    reasons: [],
    doubt: null,
    home: { code: null, name: 'LILLE', postalCode: '59000' },
  });
});

test.each<[string, Record<string, string>, string]>([
  ['no name', { NOM: ' ' }, 'name_empty'],
  ['no first name', { PRENOM: '' }, 'first_name_empty'],
  ['a name of dots', { NOM: '...' }, 'name_without_letter'],
  ['a name without end', { NOM: 'A'.repeat(101) }, 'name_without_letter'],
  ['a broken letter', { NOM: 'PR\uFFFDVOST' }, 'line_not_text'],
  ['no birth date', { DDN: '' }, 'birth_date_empty'],
  ['NULL for a birth date', { DDN: 'NULL' }, 'birth_date_empty'],
  ['a 31 February', { DDN: '31/02/1970' }, 'birth_date_not_a_day'],
])('%s is refused', (_, written, code) => {
  expect(row(written)).toMatchObject({ traits: null, reasons: [{ code }] });
});

test('a row that is cut, or shifted', () => {
  const columns = proposeColumns(['NOM', 'PRENOM', 'DDN', 'NOTE'], [], context.today);
  const read = (...cells: string[]) => readPatientRow(cells, columns, context).reasons[0]?.code;
  expect(read('DUPONT', 'Jean')).toBe('line_too_short');
  expect(read('DUPONT', 'Jean', '01/02/1980')).not.toBe('line_too_short');
  expect(read('DUPONT', 'Jean', '01/02/1980', 'a', 'b')).toBe('line_too_many_cells');
  expect(read('DUPONT', 'Jean', '01/02/1980', 'a', '', ' ')).not.toBe('line_too_many_cells');
});

describe('phones', () => {
  const phone = (written: Record<string, string>) => row({ PORTABLE: '', ...written }).traits?.phone;
  test('a mobile comes before a landline, wherever it stands', () => {
    expect(phone({ PORTABLE: '0199001234', DOMICILE: '06 39 98 12 34' })).toBe('+33639981234');
    expect(phone({ DOMICILE: '0353011234 / 0639981234' })).toBe('+33639981234');
    expect(phone({ PORTABLE: '639981234' })).toBe('+33639981234');
    expect(phone({ PORTABLE: '', DOMICILE: '01.99.00.12.34' })).toBe('+33199001234');
  });
  test('what cannot be kept is said', () => {
    expect(codes({ DOMICILE: '0199001234' })).toEqual(['other_phone_left_out']);
    expect(codes({ DOMICILE: '06 39 98 12 34' })).toEqual([]);
    expect(codes({ PORTABLE: '12' })).toEqual(['phone_unreadable', 'without_phone']);
    expect(codes({ PORTABLE: 'liste rouge' })).toEqual(['without_phone']);
  });
});

describe('sex', () => {
  test('of its column, else of the title, else of the number, else unknown', () => {
    expect(row({ SEXE: '2' }).traits?.sex).toBe('F');
    expect(row({ SEXE: '', CIVILITE: 'Mme' }).traits?.sex).toBe('F');
    expect(row({ SEXE: '', NIR: '2800299999999' })).toMatchObject({
      traits: { sex: 'F' },
      reasons: [{ code: 'sex_from_nir' }],
    });
    expect(row({ SEXE: '' })).toMatchObject({ traits: { sex: 'U' }, reasons: [{ code: 'sex_unknown' }] });
  });
  test('a social security number that says otherwise, or that is false', () => {
    expect(codes({ NIR: '2800299999999' })).toEqual(['nir_disagrees']);
    expect(codes({ NIR: '1790299999999' })).toEqual(['nir_disagrees']);
    expect(codes({ NIR: '1800299999999' })).toEqual([]);
    expect(codes({ NIR: '180029999999900' })).toEqual(['nir_key_wrong']);
  });
});

test.each<[string, object]>([
  ['', { usualPractitionerId: null, referringDoctor: true }],
  ['MARTIN H', { usualPractitionerId: 'martin', referringDoctor: true }],
  ['Dr Hélène Martin', { usualPractitionerId: 'martin', referringDoctor: true }],
  ['Docteur LE ROY', { usualPractitionerId: 'leroy', referringDoctor: true }],
  ['oui', { usualPractitionerId: null, referringDoctor: true }],
  ['non', { usualPractitionerId: null, referringDoctor: false }],
  ['Dr MARTIN Paul', { usualPractitionerId: null, referringDoctor: true }],
])('the doctor %p', (written, expected) => {
  expect(row({ MT: written }).traits).toMatchObject(expected);
});

test('a doctor of elsewhere is said', () => {
  expect(codes({ MT: 'Dr DUPUIS' })).toEqual(['practitioner_unknown']);
});

test('two names in one cell', () => {
  expect(row({ NOM: 'DUPONT née MARTIN' }).traits).toMatchObject({ usedName: 'DUPONT', birthName: 'MARTIN' });
});

test('a town with its code in one cell', () => {
  expect(row({ VILLE: '59000 LILLE' })).toMatchObject({
    home: { name: 'LILLE', postalCode: '59000' },
    traits: { postalCode: '59000' },
  });
  expect(codes({ CP: '590' })).toEqual(['postal_code_unreadable']);
});

test('a long note is cut, and said', () => {
  const { traits, reasons } = row({ REMARQUES: `${'é'.repeat(999)}👩‍⚕️` });
  expect([(traits?.teamNote.length ?? 0) <= 1000, reasons]).toEqual([true, [{ code: 'text_cut', field: 'teamNote' }]]);
  expect(/\p{Cs}/u.test(traits?.teamNote ?? '')).toBe(false);
});
