import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { englishBookingLexicon } from '../en/booking-lexicon.js';
import { frenchBookingLexicon } from '../fr/booking-lexicon.js';
import { addDays } from '../time/zone.js';
import { type BookingVocabulary, parseBookingWords } from './booking-words.js';

const vocabulary = {
  today: '2026-03-02',
  locale: 'fr' as const,
  motifs: [
    { id: 'cs', name: 'Consultation', shortName: 'Cs', minutes: 15 },
    { id: 'first', name: '1re consultation', shortName: '1re', minutes: 30 },
    { id: 'diabetes', name: 'Suivi diabète', shortName: 'Diab', minutes: 20 },
    { id: 'blood', name: 'Suivi tension', shortName: 'Tens', minutes: 20, resourceIds: ['nguyen'] },
    { id: 'renewal', name: 'Renouvellement', shortName: 'Renouv.', minutes: 20 },
    { id: 'home', name: 'Visite à domicile', shortName: 'Visite', minutes: 45, place: 'home' as const },
    { id: 'video', name: 'Téléconsultation', shortName: 'Télé', minutes: 10, place: 'video' as const },
  ],
  resources: [
    { id: 'martin', name: 'Dr Hélène MARTIN', shortName: 'Dr Martin' },
    { id: 'nguyen', name: 'Dr Sophie N’GUYEN', shortName: 'Dr N’Guyen' },
    { id: 'roux', name: 'Paul ROUX', shortName: 'Paul Roux', initials: 'PX' },
    { id: 'echo', name: 'Salle Écho', shortName: 'Écho' },
  ],
};
const read = (text: string, more: Partial<BookingVocabulary> = {}) =>
  parseBookingWords(text, { ...vocabulary, ...more });
const on = (day: string) => ({ fromDay: day, toDay: day });
const told = (text: string) => read(text).tokens.map(({ text: word, kind }) => `${kind}: ${word}`);

test('the reference sentence', () => {
  expect(read('dup ma ; 15 ; ven apm')).toEqual({
    patientText: 'dup ma',
    tokens: [
      { text: 'dup ma', start: 0, end: 6, kind: 'patient' },
      { text: '15', start: 9, end: 11, kind: 'minutes' },
      { text: 'ven', start: 14, end: 17, kind: 'when' },
      { text: 'apm', start: 18, end: 21, kind: 'when' },
    ],
    motifId: 'cs',
    durationMin: 15,
    resourceIds: [],
    when: { fromDay: '2026-03-06', toDay: '2026-03-06', partOfDay: 'afternoon' },
  });
});

describe('after the first semicolon, in any order', () => {
  test.each([
    ['dup ; hm ; 30', { resourceIds: ['martin'], durationMin: 30, motifId: 'first' }],
    ['dup;30;hm', { resourceIds: ['martin'], durationMin: 30, motifId: 'first' }],
    ['dup ; dr martin', { resourceIds: ['martin'] }],
    ['dup ; DR MART', { resourceIds: ['martin'] }],
    ['dup ; mart', { resourceIds: ['martin'] }],
    ['dup ; nguyen', { resourceIds: ['nguyen'] }],
    ["dup ; N'Guyen", { resourceIds: ['nguyen'] }],
    ['dup ; px', { resourceIds: ['roux'] }],
    ['dup ; salle echo', { resourceIds: ['echo'] }],
    ['dup ; suivi diabete ; 25min', { motifId: 'diabetes', durationMin: 25 }],
    ['dup ; DIAB', { motifId: 'diabetes', durationMin: 20 }],
    ["dup ; 20'", { durationMin: 20 }],
    ['dup ; consultation', { motifId: 'cs', durationMin: 15 }],
    ['dup ; 15 h 30 ven', { when: { fromDay: '2026-03-06', toDay: '2026-03-06', afterMin: 930 } }],
    ['dup ; martin ou nguyen', { resourceIds: ['martin', 'nguyen'] }],
    [
      'dup ; dr hm ou px ; lun',
      { resourceIds: ['martin', 'roux'], when: { fromDay: '2026-03-09', toDay: '2026-03-09' } },
    ],
    ['dup ; avec dr hm pour 25 min', { resourceIds: ['martin'], durationMin: 25 }],
    ['dup ; suivi tens', { motifId: 'blood', durationMin: 20 }],
    ['dup ; renouv 1h', { motifId: 'renewal', durationMin: 60 }],
    ['dup ; 1h30', { durationMin: 90 }],
    ['dup ; domicile', { motifId: 'home', durationMin: 45 }],
    ['dup ; visite', { motifId: 'home', durationMin: 45 }],
    ['dup ; visio', { motifId: 'video', durationMin: 10 }],
    ['dup ; cs urgent', { motifId: 'cs', durationMin: 15, urgent: true }],
    ['dup ; sem + 2', { when: { fromDay: '2026-03-16', toDay: '2026-03-22' } }],
    ['dup ; < 20/03', { when: { fromDay: '2026-03-02', toDay: '2026-03-19' } }],
    ['; ven', { when: { fromDay: '2026-03-06', toDay: '2026-03-06' } }],
    ['dup ;', {}],
  ])('%s', (text, expected) => {
    const { patientText, tokens, ...rest } = read(text);
    expect(rest).toEqual({ resourceIds: [], ...expected });
    expect(patientText).toBe(text.startsWith(';') ? '' : 'dup');
    expect(tokens.every(({ kind }) => kind !== 'unknown')).toBe(true);
  });

  test('before it, everything is the patient, even words of the vocabulary', () => {
    expect(told('mar dem ; ven')).toEqual(['patient: mar dem', 'when: ven']);
    expect(read('martin ; hm').patientText).toBe('martin');
  });
});

const motif = (id: string) => ({ kind: 'motif', id });
const words = (text: string) => ({ kind: 'words', text });

describe('nothing is guessed', () => {
  test.each([
    [
      'dup ; suivi',
      [{ text: 'suivi', kind: 'unknown', reason: 'ambiguous', candidates: [motif('diabetes'), motif('blood')] }],
    ],
    ['dup ; xyz', [{ text: 'xyz', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; ma', [{ text: 'ma', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; dr', [{ text: 'dr', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; dr mar', [{ text: 'dr mar', kind: 'resource' }]],
    ['dup ; dr zed', [{ text: 'dr zed', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; 3', [{ text: '3', kind: 'unknown', reason: 'ambiguous', candidates: [words('le 3'), words('3h')] }]],
    ['dup ; 47', [{ text: '47', kind: 'unknown', reason: 'not_understood' }]],
    [
      'dup ; jui',
      [{ text: 'jui', kind: 'unknown', reason: 'ambiguous', candidates: [words('juin'), words('juillet')] }],
    ],
    ['dup ; 1/3/2026', [{ text: '1/3/2026', kind: 'unknown', reason: 'past' }]],
    ['dup ; à', [{ text: 'à', kind: 'unknown', reason: 'not_understood' }]],
    ['dup ; ou', [{ text: 'ou', kind: 'unknown', reason: 'not_understood' }]],
    [
      'dup ; cs visio',
      [
        { text: 'cs', kind: 'motif' },
        { text: 'visio', kind: 'unknown', reason: 'conflict' },
      ],
    ],
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
        { text: '15', kind: 'minutes' },
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

describe('who is named narrows what is meant', () => {
  test('of several motifs, the one that she offers', () => {
    expect(read('dup ; suivi ; hm')).toMatchObject({ motifId: 'diabetes', resourceIds: ['martin'] });
    expect(read('dup ; hm ; suivi').tokens.map(({ kind }) => kind)).toEqual(['patient', 'resource', 'motif']);
    expect(read('dup ; suivi ; nguyen').motifId).toBeUndefined();
  });

  test('of several motifs, the only one that lasts as long as was said', () => {
    expect(read('dup ; consult 30')).toMatchObject({ motifId: 'first', durationMin: 30 });
    expect(read('dup ; 15 consult')).toMatchObject({ motifId: 'cs', durationMin: 15 });
    expect(read('dup ; consult 25').tokens[1]).toMatchObject({ reason: 'ambiguous' });
  });

  test('of several motifs at home, a choice', () => {
    const other = { id: 'dressing', name: 'Pansement', shortName: 'Pans', minutes: 20, place: 'home' as const };
    const { tokens } = read('dup ; domicile', { motifs: [...vocabulary.motifs, other] });
    expect(tokens[1]).toMatchObject({ reason: 'ambiguous', candidates: [motif('home'), motif('dressing')] });
  });

  test('initials that are also a day are a choice, a day spelled out is not', () => {
    const mar = { id: 'marie', name: 'Marie RIVIERE', shortName: 'M. Rivière', initials: 'MAR' };
    const both = read('dup ; mar', { resources: [mar] });
    expect(both.tokens[1]).toMatchObject({
      reason: 'ambiguous',
      candidates: [{ kind: 'resource', id: 'marie' }, words('mardi')],
    });
    expect(read('dup ; mardi', { resources: [mar] }).when?.fromDay).toBe('2026-03-03');
  });
});

describe('in English', () => {
  test.each([
    ['dup ma ; 15 ; fri pm', { motifId: 'cs', durationMin: 15, when: { ...on('2026-03-06'), partOfDay: 'afternoon' } }],
    ['dup ; before 20/03', { when: { fromDay: '2026-03-02', toDay: '2026-03-19' } }],
    ['dup ; in 2 weeks', { when: { fromDay: '2026-03-16', toDay: null } }],
    ['dup ; after 5pm', { when: { fromDay: '2026-03-02', toDay: null, afterMin: 1020 } }],
    ['dup ; with dr hm or px', { resourceIds: ['martin', 'roux'] }],
    ['dup ; home visit tomorrow', { motifId: 'home', durationMin: 45, when: on('2026-03-03') }],
    ['dup ; video ; urgent', { motifId: 'video', durationMin: 10, urgent: true }],
    ['dup ma renouv mon 2pm', { motifId: 'renewal', durationMin: 20, when: { ...on('2026-03-09'), afterMin: 840 } }],
  ])('%s', (text, expected) => {
    const { patientText, tokens, ...rest } = read(text, { locale: 'en' });
    expect(rest).toEqual({ resourceIds: [], ...expected });
    expect(patientText).toBe(text.startsWith('dup ma') ? 'dup ma' : 'dup');
    expect(tokens.every(({ kind }) => kind !== 'unknown')).toBe(true);
  });

  test('« next tue » is a choice, French words are none', () => {
    const [, next, french] = read('dup ; next tue ; apm', { locale: 'en' }).tokens;
    expect(next).toMatchObject({ reason: 'ambiguous', candidates: [{ day: '2026-03-03' }, { day: '2026-03-10' }] });
    expect(french).toMatchObject({ text: 'apm', reason: 'not_understood' });
  });

  test.each(['smith sun', 'may smith', 'april june', 'smith 12/03'])('%s stays a patient search', (text) => {
    expect(read(text, { locale: 'en' }).patientText).toBe(text);
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
    ['dup marc ven apm', 'dup marc', ['ven', 'apm']],
    ['dup ma renouv lun 14h', 'dup ma', ['renouv', 'lun', '14h']],
    ['dup ma dr px mar ou jeu', 'dup ma', ['dr px', 'mar ou jeu']],
    ['dup ma urgent auj', 'dup ma', ['urgent', 'auj']],
    ['dup ma dans 15 j', 'dup ma', ['dans 15 j']],
    ['dup ma avant le 20', 'dup ma', ['avant le 20']],
    ['dup ma ven visio', 'dup ma', ['ven', 'visio']],
    ['dup ma fin mars', 'dup ma', ['fin mars']],
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
    'jean suivi',
    'le guen 62',
    'dup mar paul',
  ])('%s stays a patient search', (text) => {
    expect(read(text)).toEqual({
      patientText: text,
      resourceIds: [],
      tokens: [{ text, start: 0, end: text.length, kind: 'patient' }],
    });
  });

  test('nothing typed means nothing', () => {
    expect(read('   ')).toEqual({ patientText: '', resourceIds: [], tokens: [] });
  });
});

const locales = fc.constantFrom('fr' as const, 'en' as const);

/** Sentences of the vocabulary's own words, in and out of place, and any text at all. */
const anySentence = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...[
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
        ],
        ...[
          'ou',
          'or',
          'avant',
          'le',
          '20',
          'mardi',
          'prochain',
          'fin',
          'mars',
          'jui',
          'next',
          'tue',
          'dans',
          'j',
          'à',
        ],
        ...['martin', 'visio', 'urgent', '9', '0/0', '99/99/9999', 'décembre', '9999', 'sous', '999', 'ans', '-', ','],
      ),
      { maxLength: 10 },
    )
    .chain((said) => fc.constantFrom(' ', '  ', '\t', '\u00a0').map((space) => said.join(space))),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

test('whatever is typed, tokens are stretches of it, in order, and leave nothing out but spaces and semicolons', () => {
  fc.assert(
    fc.property(anySentence, locales, (text, locale) => {
      const { tokens } = read(text, { locale });
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
      for (const [at, token] of tokens.entries()) expect(token.start).toBeGreaterThanOrEqual(tokens[at - 1]?.end ?? 0);
      const left = tokens.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
      expect(left.replace(/[\s;]/g, '')).toBe('');
    }),
    { numRuns: 2_000 },
  );
});

test('the same words mean the same again, and a choice means what was chosen', () => {
  fc.assert(
    fc.property(anySentence, locales, (text, locale) => {
      const first = read(text, { locale });
      expect(read(text, { locale })).toEqual(first);
      for (const { candidates = [] } of first.tokens) {
        for (const candidate of candidates) {
          if (candidate.kind !== 'words') continue;
          const [token, ...others] = read(`; ${candidate.text}`, { locale }).tokens;
          expect(others).toEqual([]);
          expect(['when', 'minutes']).toContain(token?.kind);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

interface Spoken {
  readonly text: string;
  readonly means: object;
}

const spoken = {
  motif: fc.constantFrom<Spoken>(
    { text: 'suivi diab', means: { motifId: 'diabetes' } },
    { text: 'Renouv.', means: { motifId: 'renewal' } },
    { text: 'CONSULTATION', means: { motifId: 'cs' } },
  ),
  who: fc.constantFrom<Spoken>(
    { text: 'hm', means: { resourceIds: ['martin'] } },
    { text: 'dr martin', means: { resourceIds: ['martin'] } },
    { text: 'N’Guyen', means: { resourceIds: ['nguyen'] } },
  ),
  minutes: fc
    .integer({ min: 1, max: 96 })
    .map((n): Spoken => ({ text: `${5 * n} min`, means: { durationMin: 5 * n } })),
};

/** A day and its hours as a language says them, and what they are. */
function whenSaid(locale: 'fr' | 'en', today: string): fc.Arbitrary<Spoken> {
  const { weekdays } = { fr: frenchBookingLexicon, en: englishBookingLexicon }[locale];
  const said = {
    fr: {
      before: 'avant',
      after: 'après',
      time: (h: number, m: string) => `${h}h${m}`,
      ahead: (n: number) => `dans ${n} sem`,
    },
    en: {
      before: 'before',
      after: 'after',
      time: (h: number, m: string) => `${h}:${m}`,
      ahead: (n: number) => `in ${n} weeks`,
    },
  }[locale];
  const days = fc.oneof(
    fc.integer({ min: 0, max: 300 }).map((n) => {
      const day = addDays(today, n);
      return { text: `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`, when: on(day) };
    }),
    fc.integer({ min: 1, max: 20 }).map((n) => ({
      text: said.ahead(n),
      when: { fromDay: addDays(today, 7 * n), toDay: null },
    })),
    fc.constantFrom(...weekdays.map((forms, at) => ({ forms, at }))).map(({ forms, at }) => {
      const ahead = Array.from({ length: 7 }, (_, n) => addDays(today, n + 1));
      const day = ahead.find((one) => new Date(`${one}T12:00Z`).getUTCDay() === (at + 1) % 7) ?? today;
      return { text: forms[0] ?? '', when: on(day) };
    }),
  );
  const hours = fc.record({ h: fc.integer({ min: 7, max: 19 }), m: fc.constantFrom('00', '15', '30', '45') });
  const bound = fc.constantFrom('before', 'after', 'at', 'none');
  return fc.tuple(days, hours, bound).map(([{ text, when }, { h, m }, kind]): Spoken => {
    const minutes = h * 60 + Number(m);
    if (kind === 'none') return { text, means: { when } };
    if (kind === 'at') return { text: `${text} ${said.time(h, m)}`, means: { when: { ...when, afterMin: minutes } } };
    const time = `${said[kind as 'before' | 'after']} ${said.time(h, m)}`;
    return { text: `${text} ${time}`, means: { when: { ...when, [`${kind}Min`]: minutes } } };
  });
}

test.each(['fr', 'en'] as const)('%s: what is said in any order comes back whole', (locale) => {
  const today = fc.integer({ min: 0, max: 1_000 }).map((n) => addDays('2026-01-01', n));
  const sentence = today.chain((day) =>
    fc
      .tuple(spoken.motif, spoken.who, spoken.minutes, whenSaid(locale, day))
      .chain((parts) => fc.tuple(fc.shuffledSubarray(parts, { minLength: 1 }), fc.constantFrom(' ', ' ; ', ';')))
      .map(([parts, between]) => ({ day, parts, between })),
  );
  fc.assert(
    fc.property(sentence, ({ day, parts, between }) => {
      const text = `dup ma ; ${parts.map((part) => part.text).join(between)}`;
      const { tokens, ...meant } = read(text, { locale, today: day });
      expect(tokens.filter(({ kind }) => kind === 'unknown')).toEqual([]);
      expect(meant).toMatchObject({ patientText: 'dup ma', ...Object.assign({}, ...parts.map((part) => part.means)) });
    }),
    { numRuns: 500 },
  );
});
