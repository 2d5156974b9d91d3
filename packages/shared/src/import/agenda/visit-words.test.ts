import { describe, expect, test } from '@jest/globals';
import { visitNote } from './visit-note.js';
import { type VisitText, visitWords } from './visit-words.js';

const motifs = [
  { id: 'consultation', name: 'Consultation', shortName: 'Consult.' },
  { id: 'first', name: '1re consultation', shortName: '1re' },
  { id: 'suivi', name: 'Suivi de grossesse', shortName: 'Suivi' },
];
const read = (text: Partial<VisitText>) =>
  visitWords({ summary: '', description: '', categories: [], ...text }, { today: '2026-03-02', region: 'FR', motifs });

describe('the name in a title', () => {
  test.each([
    ['DUPONT Marie', 'DUPONT', 'Marie', null],
    ['Dupont Marie', 'DUPONT', 'Marie', null],
    ['DUPONT Marie (contrôle)', 'DUPONT', 'Marie', null],
    ['Mme Dupont Marie 06 39 98 12 34', 'DUPONT', 'Marie', 'F'],
    ['Mme Dupont Marie 0639981234', 'DUPONT', 'Marie', 'F'],
    ['Dupont Marie – suivi', 'DUPONT', 'Marie', null],
    ['M. Jean-Pierre LE GUEN : renouvellement', 'LE GUEN', 'Jean-Pierre', 'M'],
    ['Consultation - DUPONT Marie', 'DUPONT', 'Marie', null],
    ['1re consultation : Paul Durand', 'PAUL', 'Durand', null],
    ['RDV Mlle Zoé D’ANGELO', 'D’ANGELO', 'Zoé', 'F'],
    ['DUPONT Marie né(e) le 12/03/1962', 'DUPONT', 'Marie', null],
    ['Consultation', '', '', null],
    ['06 39 98 12 34', '', '', null],
    ['', '', '', null],
  ])('%s', (summary, familyName, firstName, sex) => {
    expect(read({ summary }).person).toEqual({ familyName, firstName, sex });
  });

  test('the description says it where the title does not', () => {
    const description = 'Patient : Mme Marie DUPONT\nTéléphone : 06 39 98 12 34';
    expect(read({ summary: 'Consultation', description }).person).toEqual({
      familyName: 'DUPONT',
      firstName: 'Marie',
      sex: 'F',
    });
  });

  test.each([
    ['DUPONT, Marie', ['dupont marie']],
    ['Consultation - Mme DUPONT Marie (contrôle)', ['dupont marie controle', 'dupont marie', 'marie controle']],
    [
      'LE GUEN Anne-Marie',
      ['le guen anne marie', 'le guen anne', 'guen anne marie', 'le guen', 'guen anne', 'anne marie'],
    ],
    ['Dupont', []],
  ])('runs of « %s » that may be a whole name', (summary, phrases) => {
    expect(read({ summary }).phrases).toEqual(phrases);
  });

  test('a text made to be long is read as far as a title goes', () => {
    const words = read({ summary: 'ab '.repeat(150), description: '<'.repeat(4000) });
    expect(words.phrases.length).toBeLessThanOrEqual(60);
  });
});

describe('what else the words say', () => {
  test.each([
    [{ summary: 'DUPONT Marie 06.39.98.12.34' }, ['+33639981234']],
    [{ summary: 'DUPONT +33 6 39 98 12 34', description: 'tél. 03 53 01 11 22' }, ['+33639981234', '+33353011122']],
    [{ description: '<b>T&eacute;l</b>&nbsp;: 06 39 98 12 34<br>06 39 98 12 34' }, ['+33639981234']],
    [{ summary: 'dossier 12345678901234' }, []],
  ])('phones of %j', (text, phones) => {
    expect(read(text).phones).toEqual(phones);
  });

  test.each([
    ['né le 12/03/1962', '1962-03-12'],
    ['née 12.03.62', '1962-03-12'],
    ['Né(e) le : 12/03/1962', '1962-03-12'],
    ['12/03/1962', '1962-03-12'],
    ['pris le 27/02/2026', null],
    ['né le 27/02/2026', '2026-02-27'],
    ['né le 31/02/1962', null],
  ])('birth date of « %s »', (summary, day) => {
    expect(read({ summary }).birthDate).toBe(day);
  });

  test.each([
    [{ summary: 'Consultation - DUPONT Marie' }, 'consultation'],
    [{ summary: '1re consultation : Paul Durand' }, 'first'],
    [{ summary: 'DUPONT Marie', categories: ['Suivi de grossesse'] }, 'suivi'],
    [{ summary: 'DUPONT Marie suivi de grossesse 7e mois' }, 'suivi'],
    [{ summary: 'DUPONT Marie' }, null],
  ])('motif of %j', (text, motifId) => {
    expect(read(text).motifId).toBe(motifId);
  });

  test.each([
    ['Vacances', 'leave'],
    ['Congés été', 'leave'],
    ['Fermé', 'leave'],
    ['Congrès SFMG', 'training'],
    ['Arrêt maladie', 'sick'],
    ['Staff du lundi', 'meeting'],
    ['Pause déjeuner', 'other'],
    ['DUPONT Marie', null],
  ])('« %s » is time for patients or not', (summary, block) => {
    expect(read({ summary }).block).toBe(block);
  });
});

describe('the note', () => {
  const noteOf = (text: Partial<VisitText>) => {
    const whole = { summary: '', description: '', categories: [], ...text };
    return visitNote(whole, read(text), ['Consultation']);
  };
  test.each([
    [{ summary: 'DUPONT Marie' }, ''],
    [{ summary: 'Mme Marie DUPONT 06 39 98 12 34' }, ''],
    [{ summary: 'Consultation - DUPONT Marie' }, ''],
    [{ summary: 'DUPONT Marie (apporter les radios)' }, 'DUPONT Marie (apporter les radios)'],
    [
      { summary: 'DUPONT Marie', description: 'Patient : DUPONT Marie\nTél : 06 39 98 12 34\nVient avec sa sœur' },
      'Vient avec sa sœur',
    ],
    [{ summary: 'DUPONT Marie', description: '06 39 98 12 34' }, ''],
  ])('of %j', (text, note) => {
    expect(noteOf(text)).toBe(note);
  });

  test('is cut to what a visit holds', () => {
    expect(noteOf({ summary: `DUPONT Marie ${'résultat '.repeat(60)}` }).length).toBeLessThanOrEqual(300);
  });
});
