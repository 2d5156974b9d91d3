import { expect, test } from '@jest/globals';
import type { PatientRow, RowTraits } from './patient-row.js';
import { type EarlierLine, type KnownPatient, verdictOf } from './patient-verdict.js';

const today = '2026-03-02';
const traits = (change: Partial<RowTraits> = {}): RowTraits => ({
  ...{
    birthName: 'BEN ALI',
    usedName: 'BEN ALI',
    firstName: 'Samira',
    firstNames: '',
    sex: 'F',
    birthDate: '1988-06-14',
  },
  ...{
    birthPlaceCode: null,
    phone: null,
    email: '',
    street: '',
    postalCode: '',
    communeCode: null,
    headsUp: '',
    teamNote: '',
  },
  ...{ usualPractitionerId: null, referringDoctor: true, longTermIllness: false, complementaryName: '' },
  ...change,
});
const row = (change: Partial<RowTraits> = {}, doubt: PatientRow['doubt'] = null): PatientRow => {
  const all = traits(change);
  const shown = {
    birthName: all.birthName,
    usedName: all.usedName,
    firstName: all.firstName,
    birthDate: all.birthDate,
    writtenBirthDate: '14/06/88',
  };
  return { traits: all, reasons: [], doubt, home: null, birthPlace: null, shown };
};
const patient = (change: Partial<KnownPatient> = {}): KnownPatient => ({ ...traits(), id: 'p1', ...change });
const earlier = (change: Partial<RowTraits> = {}): EarlierLine => ({ line: 7, traits: traits(change) });
const codes = (verdict: ReturnType<typeof verdictOf>) => verdict.reasons.map(({ code }) => code);

test('nobody near: created', () => {
  const verdict = verdictOf(row(), [], [], today);
  expect([verdict.verdict, codes(verdict)]).toEqual(['create', ['new']]);
});

test('a child is created and said to be one', () => {
  expect(verdictOf(row({ birthDate: '2015-08-17' }), [], [], today).reasons).toEqual([
    { code: 'new' },
    { code: 'minor', age: 10 },
  ]);
});

test('the same person: nothing, or the fields she lacked; what she has is kept and said', () => {
  expect(verdictOf(row(), [patient()], [], today)).toMatchObject({
    verdict: 'match',
    twinId: 'p1',
    fills: {},
    reasons: [{ code: 'already_there' }],
  });
  const verdict = verdictOf(
    row({ phone: '+33639981234', email: 'n@b.fr', street: '1 rue A', postalCode: '59000' }),
    [patient({ email: 'o@b.fr', postalCode: '59100' })],
    [],
    today,
  );
  expect(verdict.fills).toEqual({ phone: '+33639981234' });
  expect(verdict.reasons).toEqual([
    { code: 'fills_fields', field: 'phone' },
    { code: 'keeps_ours', field: 'email' },
    { code: 'keeps_ours', field: 'street' },
    { code: 'keeps_ours', field: 'postalCode' },
  ]);
});

test('an unknown sex contradicts none; a known one does', () => {
  expect(verdictOf(row({ sex: 'U' }), [patient()], [], today).verdict).toBe('match');
  expect(verdictOf(row(), [patient({ sex: 'U' })], [], today).verdict).toBe('match');
  expect(verdictOf(row({ sex: 'M' }), [patient()], [], today).verdict).toBe('doubtful');
});

test.each<[string, Partial<RowTraits>, string]>([
  ['one word or two', { birthName: 'BENALI', usedName: 'BENALI' }, 'near_twin'],
  ['a letter apart', { birthName: 'BEN ALLI', usedName: 'BEN ALLI' }, 'near_twin'],
  ['day and month exchanged', { birthDate: '1988-12-06' }, 'day_month_swapped'],
  ['names exchanged', { birthName: 'SAMIRA', usedName: 'SAMIRA', firstName: 'Ben Ali' }, 'near_twin'],
])('a near twin is asked about: %s', (_, change, code) => {
  const known = change.birthDate ? patient({ birthDate: '1988-06-12' }) : patient();
  const verdict = verdictOf(row(change), [known], [], today);
  expect([verdict.verdict, codes(verdict)[0], verdict.twinId]).toEqual(['doubtful', code, 'p1']);
});

test('twins by birth and people who share a phone are no doubt', () => {
  expect(verdictOf(row({ firstName: 'Nadia' }), [patient()], [], today).verdict).toBe('create');
  expect(
    verdictOf(row({ birthDate: '1990-01-01', phone: '+33639981234' }), [patient({ phone: '+33639981234' })], [], today)
      .verdict,
  ).toBe('create');
});

test('a date read with a doubt asks, unless the very person is there', () => {
  expect(verdictOf(row({}, 'century_guessed'), [], [], today)).toMatchObject({
    verdict: 'doubtful',
    twinId: null,
    reasons: [{ code: 'century_guessed', value: '14/06/88' }],
  });
  expect(verdictOf(row({}, 'century_guessed'), [patient()], [], today).verdict).toBe('match');
});

test('twice in the file: the same words are nothing, other words are asked about', () => {
  expect(verdictOf(row(), [], [earlier()], today)).toMatchObject({
    verdict: 'match',
    twinLine: 7,
    reasons: [{ code: 'repeats_line', line: 7 }],
  });
  expect(verdictOf(row({ email: 'a@b.fr' }), [], [earlier()], today)).toMatchObject({
    verdict: 'doubtful',
    twinLine: 7,
    reasons: [{ code: 'differs_from_line', line: 7, field: 'email' }],
  });
  expect(verdictOf(row({ birthName: 'BENALI', usedName: 'BENALI' }), [], [earlier()], today)).toMatchObject({
    verdict: 'doubtful',
    twinLine: 7,
  });
});

test('twice in the file and known to the practice: filled once', () => {
  const verdict = verdictOf(row({ email: 'a@b.fr' }), [patient()], [earlier()], today);
  expect([verdict.verdict, verdict.fills, codes(verdict)]).toEqual(['match', {}, ['repeats_line', 'already_there']]);
});

test('two patients of the practice that are both this one', () => {
  expect(verdictOf(row(), [patient(), patient({ id: 'p2' })], [], today)).toMatchObject({
    verdict: 'doubtful',
    reasons: [{ code: 'several_matches' }],
  });
});

test('what could not be read is refused', () => {
  const refused: PatientRow = { ...row(), traits: null, reasons: [{ code: 'name_empty' }] };
  expect(verdictOf(refused, [patient()], [earlier()], today)).toMatchObject({
    verdict: 'refuse',
    reasons: [{ code: 'name_empty' }],
    twinId: null,
  });
});
