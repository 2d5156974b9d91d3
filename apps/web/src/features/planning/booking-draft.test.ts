import { describe, expect, test } from '@jest/globals';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { type BookingDraft, claimDraft, motifOf, type PatientInHand, startBooking } from './booking-draft';

const column = (id: string) => ({
  ...{ id, kind: 'practitioner' as const, name: id, shortName: id },
  ...{ position: 1, active: true, practitionerId: `${id}-person`, version: 1 },
});
const motif = (id: string, resourceIds: string[]) => ({ id, active: true, minutes: 15, resourceIds });
const setup = {
  practice: { id: 'tilleuls' },
  resources: [column('martin'), column('nadir')],
  practitioners: ['martin', 'nadir'].map((id) => ({ id: `${id}-person`, resourceId: id })),
  motifs: [motif('consultation', ['martin']), motif('suivi', ['martin']), motif('grossesse', ['nadir'])],
} as unknown as PracticeSetup;
const marie: PatientInHand = {
  ...{ id: 'marie', usedName: '', birthName: 'DUPONT', firstName: 'Marie', sex: 'F', birthDate: '1962-03-12' },
  ...{ usualPractitionerId: 'martin-person', usualMotifId: 'suivi' },
};
const asked = (part: Partial<BookingDraft>) =>
  motifOf(setup, { patient: marie, motifId: null, agendaId: null, place: null, ...part } as BookingDraft)?.id;

describe('the motif booked', () => {
  test.each<[string, Partial<BookingDraft>, string]>([
    ['is the one chosen', { motifId: 'grossesse' }, 'grossesse'],
    ['else her usual one', {}, 'suivi'],
    ['else the first offered where her usual one is not', { agendaId: 'nadir' }, 'grossesse'],
    [
      'a place says more than the column asked',
      { agendaId: 'martin', place: { resourceId: 'nadir', day: '', startMin: 0 } },
      'grossesse',
    ],
    ['without a patient, the first on offer', { patient: null }, 'consultation'],
  ])('%s', (_, part, expected) => {
    expect(asked(part)).toBe(expected);
  });
});

test('what one person typed is forgotten when another sits down', () => {
  startBooking(setup, { patient: marie });
  expect(claimDraft('lea')).toBe(false);
  expect(claimDraft('lea')).toBe(false);
  expect(claimDraft('sonia')).toBe(true);
});
