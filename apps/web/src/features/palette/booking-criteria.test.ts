import { describe, expect, test } from '@jest/globals';
import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { parseBookingWords } from '@pupitre/shared/planning/booking-words';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { bookingCriteria } from './booking-criteria';

const column = (id: string, position: number) => ({
  id,
  kind: 'practitioner' as const,
  name: `Dr ${id}`,
  shortName: `Dr ${id}`,
  position,
  active: true,
  practitionerId: `${id}-person`,
  version: 1,
});
const motif = (id: string, minutes: number, resourceIds: string[]) => ({
  id,
  name: id,
  shortName: id,
  minutes,
  color: 'consult' as const,
  place: 'practice' as const,
  resourceIds,
  usualActs: [],
  durations: id === 'Consultation' ? [{ resourceId: 'leroy', minutes: 20 }] : [],
  active: true,
  version: 1,
});
const setup = {
  resources: [column('leroy', 2), column('martin', 1)],
  practitioners: ['martin', 'leroy'].map((id) => ({
    id: `${id}-person`,
    resourceId: id,
    title: 'dr' as const,
    firstName: 'X',
    lastName: id,
    profession: 'general_practitioner' as const,
  })),
  motifs: [
    motif('Certificat', 10, ['leroy']),
    motif('Consultation', 15, ['leroy', 'martin']),
    motif('Suivi', 20, ['martin']),
  ],
} as unknown as PracticeSetup;
const hit = { usualPractitionerId: 'martin-person', usualMotifId: 'Suivi' } as PatientHit;
const today = '2026-03-02';

const ask = (text: string, known: PatientHit | undefined, otherResourceId?: string) => {
  const words = parseBookingWords(text, { today, locale: 'fr', motifs: setup.motifs, resources: setup.resources });
  const found = bookingCriteria(setup, { words, hit: known, otherResourceId, today });
  return (
    found && {
      motif: `${found.motif.id} (${found.motifFrom})`,
      minutes: found.durationMin,
      with: found.columns.map(({ id }) => id).join('+') || 'any',
      complete: found.isComplete,
    }
  );
};

describe('the sentence first, then her habits', () => {
  test.each([
    ['dup', hit, { motif: 'Suivi (usual)', minutes: 20, with: 'martin', complete: true }],
    ['dup ; 15', hit, { motif: 'Consultation (said)', minutes: 15, with: 'martin', complete: true }],
    ['dup ; leroy ; consultation', hit, { motif: 'Consultation (said)', minutes: 20, with: 'leroy', complete: true }],
    [
      'dup ; consultation ; martin ou leroy',
      hit,
      { motif: 'Consultation (said)', minutes: null, with: 'martin+leroy', complete: true },
    ],
    ['dup ; leroy ; 15', hit, { motif: 'Consultation (said)', minutes: 15, with: 'leroy', complete: true }],
    ['dup ; 25', hit, { motif: 'Suivi (usual)', minutes: 25, with: 'martin', complete: true }],
    ['dup ; xyz', hit, { motif: 'Suivi (usual)', minutes: 20, with: 'martin', complete: false }],
    // She sees Dr martin, who gives no certificates: any column that does.
    ['dup ; certificat', hit, { motif: 'Certificat (said)', minutes: null, with: 'any', complete: true }],
    ['dup', undefined, { motif: 'Certificat (first)', minutes: null, with: 'any', complete: false }],
    ['dup ; martin', undefined, { motif: 'Consultation (first)', minutes: 15, with: 'martin', complete: false }],
  ])('%s', (text, known, expected) => {
    expect(ask(text, known)).toEqual(expected);
  });

  test('the column chosen with → replaces both', () => {
    expect(ask('dup ; 15', hit, 'leroy')).toMatchObject({ with: 'leroy' });
  });
});
