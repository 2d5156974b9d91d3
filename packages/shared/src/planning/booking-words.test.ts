import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBookingWords } from './booking-words.js';

const vocabulary = {
  today: '2026-03-02',
  motifs: [
    { id: 'cs', name: 'Consultation', shortName: 'Cs', minutes: 15 },
    { id: 'first', name: '1re consultation', shortName: '1re', minutes: 30 },
    { id: 'diabetes', name: 'Suivi diabète', shortName: 'Diab', minutes: 20 },
    { id: 'blood', name: 'Suivi tension', shortName: 'Tens', minutes: 20 },
  ],
  resources: [
    { id: 'martin', name: 'Dr Hélène MARTIN', shortName: 'Dr Martin' },
    { id: 'nguyen', name: 'Dr Sophie N’GUYEN', shortName: 'Dr N’Guyen' },
    { id: 'roux', name: 'Paul ROUX', shortName: 'Paul Roux', initials: 'PX' },
    { id: 'echo', name: 'Salle Écho', shortName: 'Écho' },
  ],
};
const read = (text: string) => parseBookingWords(text, vocabulary);
const told = (text: string) => read(text).tokens.map(({ text: word, kind }) => `${kind}: ${word}`);

test('the reference sentence', () => {
  expect(read('dup ma ; 15 ; ven apm')).toEqual({
    patientText: 'dup ma',
    tokens: [
      { text: 'dup ma', start: 0, end: 6, kind: 'patient' },
      { text: '15', start: 9, end: 11, kind: 'motif' },
      { text: 'ven', start: 14, end: 17, kind: 'when' },
      { text: 'apm', start: 18, end: 21, kind: 'when' },
    ],
    motifId: 'cs',
    durationMin: 15,
    when: { fromDay: '2026-03-06', toDay: '2026-03-06', partOfDay: 'afternoon' },
  });
});

describe('after the first semicolon, in any order', () => {
  test.each([
    ['dup ; hm ; 30', { resourceId: 'martin', durationMin: 30, motifId: 'first' }],
    ['dup;30;hm', { resourceId: 'martin', durationMin: 30, motifId: 'first' }],
    ['dup ; dr martin', { resourceId: 'martin' }],
    ['dup ; DR MART', { resourceId: 'martin' }],
    ['dup ; mart', { resourceId: 'martin' }],
    ['dup ; nguyen', { resourceId: 'nguyen' }],
    ["dup ; N'Guyen", { resourceId: 'nguyen' }],
    ['dup ; px', { resourceId: 'roux' }],
    ['dup ; salle echo', { resourceId: 'echo' }],
    ['dup ; suivi diabete ; 25min', { motifId: 'diabetes', durationMin: 25 }],
    ['dup ; DIAB', { motifId: 'diabetes', durationMin: 20 }],
    ["dup ; 20'", { durationMin: 20 }],
    ['dup ; consultation', { motifId: 'cs', durationMin: 15 }],
    ['dup ; 15 h 30 ven', { when: { fromDay: '2026-03-06', toDay: '2026-03-06', atMin: 930 } }],
    ['dup ; sem + 2', { when: { fromDay: '2026-03-16', toDay: '2026-03-22' } }],
    ['dup ; < 20/03', { when: { fromDay: '2026-03-02', toDay: '2026-03-19' } }],
    ['; ven', { when: { fromDay: '2026-03-06', toDay: '2026-03-06' } }],
    ['dup ;', {}],
  ])('%s', (text, expected) => {
    const { patientText, tokens, ...rest } = read(text);
    expect(rest).toEqual(expected);
    expect(patientText).toBe(text.startsWith(';') ? '' : 'dup');
    expect(tokens.every(({ kind }) => kind !== 'unknown')).toBe(true);
  });

  test('before it, everything is the patient, even words of the vocabulary', () => {
    expect(told('mar dem ; ven')).toEqual(['patient: mar dem', 'when: ven']);
    expect(read('martin ; hm').patientText).toBe('martin');
  });
});

describe('nothing is guessed', () => {
  test.each([
    ['dup ; suivi', [{ text: 'suivi', kind: 'unknown', reason: 'ambiguous', candidates: ['diabetes', 'blood'] }]],
    ['dup ; xyz', [{ text: 'xyz', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; ma', [{ text: 'ma', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; dr', [{ text: 'dr', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; dr mar', [{ text: 'dr mar', kind: 'resource' }]],
    ['dup ; dr zed', [{ text: 'dr zed', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; 3', [{ text: '3', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; 900', [{ text: '900', kind: 'unknown', reason: 'not_understood' }]],
    [
      'dup ; ven lun',
      [
        { text: 'ven', kind: 'when' },
        { text: 'lun', kind: 'unknown', reason: 'conflict' },
      ],
    ],
    [
      'dup ; hm px',
      [
        { text: 'hm', kind: 'resource' },
        { text: 'px', kind: 'unknown', reason: 'conflict' },
      ],
    ],
    [
      'dup ; 15 20',
      [
        { text: '15', kind: 'motif' },
        { text: '20', kind: 'unknown', reason: 'conflict' },
      ],
    ],
    [
      'dup ; mat 15h30',
      [
        { text: 'mat', kind: 'when' },
        { text: '15h30', kind: 'unknown', reason: 'conflict' },
      ],
    ],
  ])('%s', (text, tokens) => {
    expect(read(text).tokens.slice(1)).toMatchObject(tokens);
  });

  test('minutes that several motifs last name none of them', () => {
    expect(read('dup ; 20')).toMatchObject({ durationMin: 20 });
    expect(read('dup ; 20').motifId).toBeUndefined();
  });
});

describe('without a semicolon', () => {
  test.each([
    ['dup ma 15 ven apm', 'dup ma', ['15', 'ven', 'apm']],
    ['dup ma ven apm', 'dup ma', ['ven', 'apm']],
    ['dup ma 15 hm ven', 'dup ma', ['15', 'hm', 'ven']],
    ['dup mar 15 apm', 'dup mar', ['15', 'apm']],
    ['dup ma apm', 'dup ma', ['apm']],
    ['dup ma sem+2', 'dup ma', ['sem+2']],
    ['15 ven', '', ['15', 'ven']],
    ['dup hm ven apm', 'dup hm', ['ven', 'apm']],
  ])('%s is a patient and a moment', (text, patientText, criteria) => {
    const { patientText: patient, tokens } = read(text);
    expect(patient).toBe(patientText);
    expect(tokens.filter(({ kind }) => kind !== 'patient').map(({ text: word }) => word)).toEqual(criteria);
  });

  test.each([
    'dup ma',
    'jean dem',
    'dem paul',
    'martin',
    'dup mar 45',
    'dupont 120362',
    'dupont 47',
    'dup 12/03',
    'dup ven jean',
    'dupont 12/03/1962',
    'dup ma 15 ven ap',
  ])('%s stays a patient search', (text) => {
    expect(read(text)).toEqual({
      patientText: text,
      tokens: [{ text, start: 0, end: text.length, kind: 'patient' }],
    });
  });

  test('nothing typed means nothing', () => {
    expect(read('   ')).toEqual({ patientText: '', tokens: [] });
  });
});

test('tokens are stretches of what was typed, in order, and leave no word out', () => {
  const word = fc.constantFrom(
    'dup',
    'ma',
    ';',
    '15',
    'ven',
    'apm',
    'hm',
    'suivi',
    'sem',
    '+',
    '2',
    'dr',
    '15h30',
    '<',
    '20/03',
    'é',
    '’',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 10 }), fc.constantFrom(' ', '  ', '\t'), (words, space) => {
      const text = words.join(space);
      const { tokens } = read(text);
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
      const left = tokens.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
      expect(left.replace(/[\s;]/g, '')).toBe('');
    }),
  );
});
