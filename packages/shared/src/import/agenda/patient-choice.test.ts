import { expect, test } from '@jest/globals';
import { choosePatient, type KnownPatient } from './patient-choice.js';
import { visitWords } from './visit-words.js';

const marie: KnownPatient = {
  ...{ id: 'marie', birthName: 'MARTIN', usedName: 'DUPONT', firstName: 'Marie' },
  ...{ birthDate: '1962-03-12', phone: '+33639981234' },
};
const namesake: KnownPatient = {
  ...marie,
  id: 'namesake',
  birthName: 'DUPONT',
  birthDate: '1990-01-01',
  phone: '+33639985678',
};
const anne: KnownPatient = {
  ...marie,
  id: 'anne',
  birthName: 'LE GUEN',
  usedName: 'LE GUEN',
  firstName: 'Anne-Marie',
  birthDate: '1980-05-05',
  phone: null,
};
const everybody = [marie, namesake, anne];

const choose = (summary: string, known: readonly KnownPatient[]) =>
  choosePatient(
    visitWords({ summary, description: '', categories: [] }, { today: '2026-03-02', region: 'FR', motifs: [] }),
    known,
  );

test.each([
  ['DUPONT Marie', [marie, anne], 'marie'],
  ['Marie Dupont', [marie], 'marie'],
  ['MARTIN Marie', [marie], 'marie'],
  ['Marie Dupont contrôle annuel', [marie], 'marie'],
  ['le guen anne marie', everybody, 'anne'],
  ['DUPONT Marie 12/03/1962', everybody, 'marie'],
  ['DUPONT Marie 06 39 98 56 78', everybody, 'namesake'],
])('« %s » is one patient for sure', (summary, known, id) => {
  expect(choose(summary, known)).toEqual({ patientId: id, doubt: null, candidates: [id] });
});

test.each([
  ['DUPONT Marie', everybody, 'several_patients', ['marie', 'namesake']],
  ['DUPONT Marie 01/01/1970', [marie], 'birth_date_differs', ['marie']],
  ['DUPONT Marie 06 39 98 00 00', [marie], 'phone_differs', ['marie']],
  ['DUPOND Marie', [marie], 'near_patient', ['marie']],
  ['Dupont', [marie], 'near_patient', ['marie']],
  ['Dupont Mariette 06 39 98 12 34', [marie], 'near_patient', ['marie']],
  ['LE GUEN Anne', [anne], 'near_patient', ['anne']],
  ['BERNARD Luc', [], 'patient_unknown', []],
  ['BERNARD Luc', [marie], 'patient_unknown', []],
  ['', [], 'patient_unnamed', []],
])('« %s » is a question', (summary, known, doubt, candidates) => {
  expect(choose(summary, known)).toEqual({ patientId: null, doubt, candidates });
});
