import { expect, test } from '@jest/globals';
import type { PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { bodyOf, changedOf, conflictsOf, draftOf, withoutTheirs } from './file-draft';

const lille = { code: '59350', name: 'Lille' };
const marie: PatientIdentity = {
  id: 'marie',
  number: 12,
  birthName: 'DURAND',
  usedName: 'DUPONT',
  firstName: 'Marie',
  firstNames: 'Marie Anne',
  sex: 'F',
  birthDate: '1962-03-12',
  birthPlace: lille,
  phoneMasked: '06 •• •• •• 47',
  withoutPhone: false,
  email: '',
  street: '27 rue des Postes',
  postalCode: '59000',
  commune: lille,
  headsUp: '',
  teamNote: '',
  usualPractitionerId: null,
  referringDoctor: true,
  longTermIllness: false,
  thirdParty: 'none',
  complementaryName: '',
  insStatus: 'provisional',
  version: 3,
};
const base = draftOf(marie);

test('the draft holds no number, and an untouched one sends the file as it is', () => {
  expect(base).toMatchObject({ phone: '', birthDate: '12/03/1962', commune: lille });
  const body = bodyOf(base, {}, '2026-03-02');
  expect(body).toMatchObject({ phone: '', birthDate: '1962-03-12', communeCode: '59350', birthPlaceCode: '59350' });
  expect(body).not.toHaveProperty('version');
});

test('a date as typed at the desk is understood, an impossible one is not sent', () => {
  expect(bodyOf(base, { birthDate: '130362' }, '2026-03-02')?.birthDate).toBe('1962-03-13');
  expect(bodyOf(base, { birthDate: '310262' }, '2026-03-02')).toBeNull();
});

test('typing a value back is no change', () => {
  expect(changedOf({ street: '27 rue des Postes', email: 'm@exemple.fr' }, base)).toEqual({ email: 'm@exemple.fr' });
});

test('a conflict is a field both changed; what only the colleague changed is taken over', () => {
  const fresh = draftOf({ ...marie, street: '3 rue Neuve', email: 'marie@exemple.fr', version: 4 });
  const ours = { street: '5 rue Neuve', teamNote: 'Préfère le matin' };
  expect(conflictsOf(base, fresh, ours)).toEqual([
    { field: 'street', before: base.street, theirs: '3 rue Neuve', mine: '5 rue Neuve' },
  ]);
  expect(bodyOf(fresh, ours, '2026-03-02')).toMatchObject({
    street: '5 rue Neuve',
    email: 'marie@exemple.fr',
    teamNote: 'Préfère le matin',
  });
  expect(conflictsOf(base, fresh, { street: '3 rue Neuve' })).toEqual([]);
});

test('of a conflict, the value that was chosen is sent; ours where nothing was said', () => {
  const base = draftOf(marie);
  const fresh = draftOf({ ...marie, street: '3 rue Neuve', headsUp: 'Malentendante', version: 4 });
  const ours = { street: '5 rue Neuve', headsUp: 'Parler fort' };
  const conflicts = conflictsOf(base, fresh, ours);
  expect(withoutTheirs(ours, conflicts, {})).toEqual(ours);
  expect(withoutTheirs(ours, conflicts, { street: 'theirs' })).toEqual({ headsUp: 'Parler fort' });
  expect(withoutTheirs({ teamNote: 'x' }, conflicts, { teamNote: 'theirs' })).toEqual({ teamNote: 'x' });
});
