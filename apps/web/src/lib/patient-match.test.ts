import { describe, expect, test } from '@jest/globals';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { answers, isNearMiss, marksOf } from './patient-match';

const marie: PatientHit = {
  id: 'marie',
  usedName: 'DUPONT',
  birthName: 'DURAND',
  firstName: 'Marie',
  sex: 'F',
  birthDate: '1962-03-12',
  city: 'Lille',
  phoneEnd: '47',
  usualPractitionerId: null,
  usualMotifId: null,
  lastSeenDay: null,
  next: null,
};

describe('what is underlined', () => {
  test.each([
    ['dup ma', { usedName: [[0, 3]], firstName: [[0, 2]] }],
    ['dur', { birthName: [[0, 3]] }],
    ['120362', { birthDate: [[0, 10]] }],
    ['dup 4747', { usedName: [[0, 3]], phone: [[0, 2]] }],
    ['06 39 98 12 47', { phone: [[0, 2]] }],
    // Found by a first name the list does not show: the words it does show are still marked.
    ['dup anne', { usedName: [[0, 3]] }],
    ['zoe', {}],
  ])('%s', (text, expected) => {
    expect(marksOf(text, marie)).toEqual(expected);
  });
});

test('a hit stays in the list while one types on only when what is shown still answers', () => {
  expect(answers('dupo', marie)).toBe(true);
  expect(answers('dupint', marie)).toBe(true);
  expect(answers('dubois', marie)).toBe(false);
});

test('a typo forgiven is told apart from a name as typed', () => {
  expect(isNearMiss('dupint', marie)).toBe(true);
  expect(isNearMiss('dupon', marie)).toBe(false);
  expect(isNearMiss('zoe', marie)).toBe(false);
});
