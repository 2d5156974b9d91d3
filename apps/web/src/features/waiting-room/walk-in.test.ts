import { describe, expect, test } from '@jest/globals';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { columnsFor, nextPlace, type WalkInChoice, withColumn, withPatient } from './walk-in';

const motif = (id: string, resourceIds: string[], rest = {}) => ({
  id,
  resourceIds,
  active: true,
  place: 'practice',
  ...rest,
});
const setup = {
  resources: [
    { id: 'leroy', practitionerId: 'dr-leroy', active: true, position: 2 },
    { id: 'martin', practitionerId: 'dr-martin', active: true, position: 1 },
    { id: 'video', practitionerId: 'dr-video', active: true, position: 3 },
  ],
  motifs: [
    motif('visit', ['martin'], { place: 'home' }),
    motif('consult', ['martin', 'leroy']),
    motif('ecg', ['martin']),
    motif('tele', ['video'], { place: 'video' }),
  ],
} as unknown as PracticeSetup;
const choice: WalkInChoice = { patient: null, resourceId: 'martin', motifId: 'ecg', urgent: false };
const patient = (fields: Partial<PatientHit>) =>
  ({ id: 'kaya', usualPractitionerId: null, usualMotifId: null, ...fields }) as PatientHit;

test.each([
  ['10:42', 645],
  ['10:45', 645],
  ['23:58', 1440],
])('at %s the next line of the grid is %i', (time, minutes) => {
  expect(nextPlace(new Date(`2026-03-02T${time}:00+01:00`), 'Europe/Paris')).toEqual({ day: '2026-03-02', minutes });
});

test('only columns with something to do at the practice take a walk-in', () => {
  expect(columnsFor(setup).map(({ id }) => id)).toEqual(['martin', 'leroy']);
});

describe('choosing', () => {
  test('another column keeps the motif it offers, else takes its first', () => {
    expect(withColumn(setup, { ...choice, motifId: 'consult' }, 'leroy').motifId).toBe('consult');
    expect(withColumn(setup, choice, 'leroy').motifId).toBe('consult');
  });

  test('a patient comes with her usual column and motif', () => {
    const chosen = withPatient(setup, choice, patient({ usualPractitionerId: 'dr-leroy', usualMotifId: 'consult' }));
    expect(chosen).toMatchObject({ resourceId: 'leroy', motifId: 'consult', patient: { id: 'kaya' } });
  });

  test('a patient without habits leaves what the desk chose, and a motif not offered is no habit', () => {
    expect(withPatient(setup, choice, patient({}))).toMatchObject({ resourceId: 'martin', motifId: 'ecg' });
    expect(withPatient(setup, choice, patient({ usualMotifId: 'tele' }))).toMatchObject({ motifId: 'ecg' });
  });
});
