import { expect, test } from '@jest/globals';
import { foundPractice } from '@pupitre/shared/practices/founding.contract';
import { startingSetup, type TypedSetup, withModel, withMotifsOf } from './setup-draft';
import { faultsOfStep, readSetup, stepOfFault } from './setup-reading';

function filled(change: Partial<TypedSetup> = {}): TypedSetup {
  const start = startingSetup('Cabinet du Port', '9h-12h30, 14h-18h30');
  const [first] = start.practitioners;
  if (!first) throw new Error('a model has people');
  return {
    ...start,
    practice: { ...start.practice, street: '3 quai', postalCode: '97400', city: 'Saint-Denis', phone: '0262 99 00 00' },
    practitioners: [{ ...first, firstName: 'Hélène', lastName: 'Martin', email: 'helene@cabinet.fr' }],
    ...change,
  };
}

test('what is typed becomes a form the contract accepts', () => {
  const { faults, form } = readSetup(filled());
  expect([...faults]).toEqual([]);
  expect(foundPractice.body?.safeParse(form).success).toBe(true);
  expect(form?.practice).toMatchObject({ zone: 'Indian/Reunion', tariffZone: '974', phone: '+262262990000' });
  expect(form?.practitioners[0]?.hours).toHaveLength(10);
  expect(form?.members).toEqual([
    { displayName: 'Hélène MARTIN', email: 'helene@cabinet.fr', roles: ['practitioner'], seat: 0 },
  ]);
});

test('a start has everything to fill, each at its step', () => {
  const { faults, form } = readSetup(startingSetup('', ''));
  expect(form).toBeNull();
  expect(faultsOfStep(faults, 'cabinet').size).toBe(4);
  expect(faultsOfStep(faults, 'praticiens').size).toBe(2);
  expect([...faultsOfStep(faults, 'horaires')]).toEqual([['week', 'closed']]);
});

test.each([
  ['practice', { practice: { ...filled().practice, postalCode: '974' } }, 'practice.postalCode', 'postalCode'],
  ['practice', { practice: { ...filled().practice, finess: '123456789' } }, 'practice.finess', 'finess'],
  ['week', { week: ['9h', '', '', '', '', '', ''] }, 'week.0', 'hours'],
  ['members', { members: [{ key: 'a', displayName: 'Zoé', email: 'zoe', seat: 'nurse' }] }, 'members.a.email', 'email'],
  [
    'members',
    { members: [{ key: 'a', displayName: 'Zoé', email: 'Helene@cabinet.fr', seat: 'nurse' }] },
    'members.a.email',
    'emailTwice',
  ],
] as const)('a wrong %s is told at its field', (_, change, path, code) => {
  const { faults, form } = readSetup(filled(change as Partial<TypedSetup>));
  expect([...faults]).toEqual([[path, code]]);
  expect(form).toBeNull();
});

test('her own week replaces the practice’s, faults too', () => {
  const [first] = filled().practitioners;
  if (!first) throw new Error('a model has people');
  const own = { ...first, week: ['8h-12h', 'x', '', '', '', '', ''] };
  const { faults } = readSetup(filled({ practitioners: [own] }));
  const [[path] = ['']] = faults;
  expect([path, stepOfFault(path)]).toEqual([`practitioners.${first.key}.week.1`, 'horaires']);
});

test('the founder who is a practitioner gets her seat and no link', () => {
  const typed = filled();
  const { form } = readSetup({ ...typed, ownSeat: typed.practitioners[0]?.key ?? '' });
  expect(form).toMatchObject({ founder: { seat: 0 }, members: [] });
});

test('a model proposes people and motifs, and takes away nothing that was typed', () => {
  const house = withModel(startingSetup('', ''), 'health_house');
  expect(house.practitioners.map(({ profession }) => profession)).toEqual([
    'general_practitioner',
    'midwife',
    'physiotherapist',
  ]);
  const named = withModel(filled(), 'physiotherapy');
  expect(named.practitioners.map(({ lastName }) => lastName)).toEqual(['Martin']);
  const unticked = { ...named, motifs: named.motifs.map((motif) => ({ ...motif, kept: false })) };
  expect(withMotifsOf(unticked).motifs).toEqual(unticked.motifs);
  const { faults } = readSetup(unticked);
  expect([...faults]).toEqual([['motifs', 'noMotif']]);
});
