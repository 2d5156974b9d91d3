import { describe, expect, test } from '@jest/globals';
import type { BookingVocabulary } from '@pupitre/shared/planning/booking-words';
import { wordChoices } from './word-choices';

const vocabulary: BookingVocabulary = {
  today: '2026-03-02',
  locale: 'fr',
  motifs: [
    { id: 'cs', name: 'Consultation', shortName: 'Cs', minutes: 15 },
    { id: 'diabetes', name: 'Suivi diabète', shortName: 'Diab', minutes: 20 },
    { id: 'blood', name: 'Suivi', shortName: 'Suivi', minutes: 20 },
    { id: 'eye', name: 'Œil', shortName: 'Œil', minutes: 10 },
  ],
  resources: [
    { id: 'martin', name: 'Dr Hélène MARTIN', shortName: 'Dr Martin' },
    { id: 'paul', name: 'Dr Paul MARTIN', shortName: 'Dr P. Martin' },
  ],
};
const sentences = (text: string) => wordChoices(text, vocabulary).map(({ sentence }) => sentence);

describe('a doubtful word is said without doubt', () => {
  test.each([
    ['dup ; martin ; ven', ['dup ; Dr Hélène MARTIN ; ven', 'dup ; Dr Paul MARTIN ; ven']],
    ['dup ; jui', ['dup ; juin', 'dup ; juillet']],
    ['dup ; mardi prochain apm', ['dup ; 03/03/2026 apm', 'dup ; 10/03/2026 apm']],
    // Without `;` the patient is parted from the rest: a short name would be hers.
    ['dup ma dr martin ven', ['dup ma ; Dr Hélène MARTIN ven', 'dup ma ; Dr Paul MARTIN ven']],
    ['dup ; xyz', []],
    ['dup ma', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('one word at a time, the first', () => {
    expect(wordChoices('dup ; martin ; jui', vocabulary).map(({ token }) => token.text)).toEqual(['martin', 'martin']);
  });
});
