import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { englishBookingLexicon } from '../en/booking-lexicon.js';
import { frenchBookingLexicon } from '../fr/booking-lexicon.js';
import { addDays, isoWeekday } from '../time/zone.js';
import type { BookingLexicon } from './booking-lexicon.js';
import { folded } from './booking-names.js';
import { type BookingWhen, resolveWhen } from './booking-when.js';
import { readWhen } from './when-phrase.js';

const monday = '2026-03-02';
const lexicons = { fr: frenchBookingLexicon, en: englishBookingLexicon };

/** Phrases are parted by a bar here. */
function meant(sentence: string, lexicon: BookingLexicon, today = monday): BookingWhen | string | undefined {
  const phrases = sentence.split('|').map((phrase) => readWhen(folded(phrase), lexicon, today));
  if (phrases.some((options) => options.length === 0)) return 'not a moment';
  if (phrases.some((options) => options.length > 1)) {
    return `one of ${phrases
      .flat()
      .map(({ text }) => text)
      .join(', ')}`;
  }
  return resolveWhen(
    phrases.flat().map(({ word }) => word),
    today,
  );
}

type Row = readonly [string, string, string | null, Partial<BookingWhen>?];

const french: readonly Row[] = [
  ['auj', monday, monday],
  ['Aujourd’hui', monday, monday],
  ['dem', '2026-03-03', '2026-03-03'],
  ['après-demain', '2026-03-04', '2026-03-04'],
  ['cet après-midi', monday, monday, { partOfDay: 'afternoon' }],
  ['ven', '2026-03-06', '2026-03-06'],
  ['ven.', '2026-03-06', '2026-03-06'],
  ['vendredi|apm', '2026-03-06', '2026-03-06', { partOfDay: 'afternoon' }],
  ['vend', '2026-03-06', '2026-03-06'],
  ['dim', '2026-03-08', '2026-03-08'],
  ['lun', '2026-03-09', '2026-03-09'],
  ['ce ven', '2026-03-06', '2026-03-06'],
  ['les mardis', '2026-03-03', null, { weekdays: [2] }],
  ['mar ou jeu', '2026-03-03', null, { weekdays: [2, 4] }],
  ['lun, mer ou ven', '2026-03-04', null, { weekdays: [1, 3, 5] }],
  [
    'mar matin ou jeu après 15h',
    '2026-03-03',
    null,
    {
      weekdays: [2, 4],
      windows: [
        { isodow: 2, startMin: 0, endMin: 720 },
        { isodow: 4, startMin: 900, endMin: 1440 },
      ],
    },
  ],
  ['apm', monday, null, { partOfDay: 'afternoon' }],
  ['après midi', monday, null, { partOfDay: 'afternoon' }],
  ['matin', monday, null, { partOfDay: 'morning' }],
  ['soir', monday, null, { afterMin: 1020 }],
  ['mat|9h05', monday, null, { partOfDay: 'morning', afterMin: 545 }],
  ['mar|15h30', '2026-03-03', '2026-03-03', { afterMin: 930 }],
  ['à 14 h', monday, null, { afterMin: 840 }],
  ['15:30', monday, null, { afterMin: 930 }],
  ['après 17h', monday, null, { afterMin: 1020 }],
  ['dès 14h', monday, null, { afterMin: 840 }],
  ['avant 10h30', monday, null, { beforeMin: 630 }],
  ['avant midi', monday, null, { beforeMin: 720 }],
  ['entre 14h et 16h', monday, null, { afterMin: 840, beforeMin: 960 }],
  ['14h-16h', monday, null, { afterMin: 840, beforeMin: 960 }],
  ['de 9h à 11h|ven', '2026-03-06', '2026-03-06', { afterMin: 540, beforeMin: 660 }],
  ['sem+0', monday, '2026-03-08'],
  ['sem + 2', '2026-03-16', '2026-03-22'],
  ['sem pro', '2026-03-09', '2026-03-15'],
  ['la semaine prochaine', '2026-03-09', '2026-03-15'],
  ['cette semaine', monday, '2026-03-08'],
  ['sem 12', '2026-03-16', '2026-03-22'],
  ['s12|ven|mat', '2026-03-20', '2026-03-20', { partOfDay: 'morning' }],
  ['semaine 9', '2027-03-01', '2027-03-07'],
  ['sem 53', '2026-12-28', '2027-01-03'],
  ['le 20', '2026-03-20', '2026-03-20'],
  ['le 1er', '2026-04-01', '2026-04-01'],
  ['20/03', '2026-03-20', '2026-03-20'],
  ['2/3', monday, monday],
  ['1/3', '2027-03-01', '2027-03-01'],
  ['05/01/27', '2027-01-05', '2027-01-05'],
  ['20 mars', '2026-03-20', '2026-03-20'],
  ['le 1er avril 2027', '2027-04-01', '2027-04-01'],
  ['lun|9 mars', '2026-03-09', '2026-03-09'],
  ['mars', monday, '2026-03-31'],
  ['fév', '2027-02-01', '2027-02-28'],
  ['mars 2027', '2027-03-01', '2027-03-31'],
  ['début avril', '2026-04-01', '2026-04-10'],
  ['mi-avril', '2026-04-11', '2026-04-20'],
  ['fin mars', '2026-03-21', '2026-03-31'],
  ['fin mars|lun', '2026-03-23', '2026-03-30', { weekdays: [1] }],
  ['le mois prochain', '2026-04-01', '2026-04-30'],
  ['dans 15 j', '2026-03-16', null],
  ['dans 8 jours', '2026-03-09', null],
  ['dans 10 j', '2026-03-12', null],
  ['dans 2 sem|mar', '2026-03-17', null, { weekdays: [2] }],
  ['dans 3 mois', '2026-06-02', null],
  ['dans 1 an', '2027-03-02', null],
  ['sous 8 j', monday, '2026-03-10'],
  ['sous 48h', monday, '2026-03-04'],
  ['d’ici vendredi', monday, '2026-03-06'],
  ['d’ici 15 jours', monday, '2026-03-17'],
  ['avant le 20', monday, '2026-03-19'],
  ['<20/03', monday, '2026-03-19'],
  ['avant ven', monday, '2026-03-05'],
  ['ven|avant le 20', '2026-03-06', '2026-03-13', { weekdays: [5] }],
  ['après le 20', '2026-03-21', null],
  ['après le 10|avant le 20', '2026-03-11', '2026-03-19'],
  ['à partir du 20', '2026-03-20', null],
  ['à partir de ven', '2026-03-06', null],
  ['du 10 au 20', '2026-03-10', '2026-03-20'],
  ['entre le 10 et le 20 mars', '2026-03-10', '2026-03-20'],
  ['sem+2|<20/03', '2026-03-16', '2026-03-19'],
];

const english: readonly Row[] = [
  ['today', monday, monday],
  ['tomorrow', '2026-03-03', '2026-03-03'],
  ['the day after tomorrow', '2026-03-04', '2026-03-04'],
  ['fri|pm', '2026-03-06', '2026-03-06', { partOfDay: 'afternoon' }],
  ['thurs', '2026-03-05', '2026-03-05'],
  ['on Friday', '2026-03-06', '2026-03-06'],
  ['this fri', '2026-03-06', '2026-03-06'],
  ['next mon', '2026-03-09', '2026-03-09'],
  ['mondays', monday, null, { weekdays: [1] }],
  ['tue or thu', '2026-03-03', null, { weekdays: [2, 4] }],
  ['in the morning', monday, null, { partOfDay: 'morning' }],
  ['3pm', monday, null, { afterMin: 900 }],
  ['at 3:30 pm', monday, null, { afterMin: 930 }],
  ['12am', monday, null, { afterMin: 0 }],
  ['noon', monday, null, { afterMin: 720 }],
  ['15:30', monday, null, { afterMin: 930 }],
  ['after 5pm', monday, null, { afterMin: 1020 }],
  ['before 10am', monday, null, { beforeMin: 600 }],
  ['between 2pm and 4pm', monday, null, { afterMin: 840, beforeMin: 960 }],
  ['from 2pm to 4pm', monday, null, { afterMin: 840, beforeMin: 960 }],
  ['week 12', '2026-03-16', '2026-03-22'],
  ['wk+2', '2026-03-16', '2026-03-22'],
  ['next week', '2026-03-09', '2026-03-15'],
  ['tue|next week', '2026-03-10', '2026-03-10'],
  ['next month', '2026-04-01', '2026-04-30'],
  ['the 20th', '2026-03-20', '2026-03-20'],
  ['20 March', '2026-03-20', '2026-03-20'],
  ['march 20th', '2026-03-20', '2026-03-20'],
  ['3/4', '2026-04-03', '2026-04-03'],
  ['end of march', '2026-03-21', '2026-03-31'],
  ['early april', '2026-04-01', '2026-04-10'],
  ['mid april', '2026-04-11', '2026-04-20'],
  ['in 2 weeks', '2026-03-16', null],
  ['in 15 days', '2026-03-17', null],
  ['within 8 days', monday, '2026-03-10'],
  ['by fri', monday, '2026-03-06'],
  ['before 20/03', monday, '2026-03-19'],
  ['before the 20th', monday, '2026-03-19'],
  ['after the 20th', '2026-03-21', null],
  ['from the 20th', '2026-03-20', null],
];

describe.each([
  ['fr', french],
  ['en', english],
] as const)('moments in %s', (locale, rows) => {
  test.each(rows)('%s', (sentence, fromDay, toDay, more = {}) => {
    expect(meant(sentence, lexicons[locale])).toEqual({ fromDay, toDay, ...more });
  });
});

describe('what is not sure is a choice', () => {
  test.each([
    ['fr', 'mardi prochain', 'one of 03/03/2026, 10/03/2026'],
    ['en', 'next tue', 'one of 03/03/2026, 10/03/2026'],
    ['fr', 'jui', 'one of juin, juillet'],
    ['fr', 'fin jui', 'one of fin juin, fin juillet'],
    ['fr', 'avant jui', 'one of avant juin, avant juillet'],
  ] as const)('%s: %s', (locale, phrase, expected) => {
    expect(meant(phrase, lexicons[locale])).toBe(expected);
  });

  test('« mardi prochain » said on a Tuesday or later is one day', () => {
    expect(meant('mardi prochain', lexicons.fr, '2026-03-03')).toMatchObject({ fromDay: '2026-03-10' });
    expect(meant('mardi prochain', lexicons.fr, '2026-03-08')).toMatchObject({ fromDay: '2026-03-10' });
  });
});

test('this week, in the middle of it, begins today', () => {
  expect(meant('sem+0', lexicons.fr, '2026-03-04')).toEqual({ fromDay: '2026-03-04', toDay: '2026-03-08' });
});

test.each([
  'lun|mar',
  'auj|dem',
  'dem|ven',
  'auj|sem+1',
  'mat|apm',
  'mat|15h',
  'apm|avant 11h30',
  '9h|10h',
  'sem+1|sem+2',
  'mar|9 mars',
  '<2/3',
  'ven|<6/3',
  '1/3/2026',
  'après le 20|avant le 10',
  'mar matin ou jeu matin|apm',
])('%s contradicts itself or is over', (sentence) => {
  expect(meant(sentence, lexicons.fr)).toBeUndefined();
});

test('a weekday of this week that is over has no day', () => {
  expect(meant('lun|sem+0', lexicons.fr, '2026-03-04')).toBeUndefined();
});

test.each([
  ...['', 've', '24h', '15h5', '15h60', '1530', 'sem', 'sem+', 'sem-1', 'sem 54', '30/02', '00/03', '20/13'],
  ...['12/3/196', 'constructor', 'toString', '__proto__', 'le 32', '20', 'mar demain ou jeu', 'avant', 'sous 8', 'ou'],
])('« %s » is no moment', (phrase) => {
  expect(meant(phrase, lexicons.fr)).toBe('not a moment');
});

test.each(['fr', 'en'] as const)('%s: a weekday alone is one of the next seven days, never today', (locale) => {
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n));
  const form = fc.constantFrom(
    ...lexicons[locale].weekdays.flatMap((forms, at) => forms.map((name) => ({ name, at }))),
  );
  fc.assert(
    fc.property(day, form, (today, { name, at }) => {
      const when = meant(name, lexicons[locale], today);
      if (typeof when !== 'object') throw new Error(`${name}: ${when}`);
      expect(isoWeekday(when.fromDay)).toBe(at + 1);
      expect(when.toDay).toBe(when.fromDay);
      expect(when.fromDay > today && when.fromDay <= addDays(today, 7)).toBe(true);
    }),
  );
});

test('whatever is said, the days begin today at the earliest and do not end before they begin', () => {
  const phrase = fc.constantFrom(...french.flatMap(([sentence]) => sentence.split('|')));
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n));
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 3 }), day, (phrases, today) => {
      const when = meant(phrases.join('|'), lexicons.fr, today);
      if (typeof when !== 'object') return;
      expect(when.fromDay >= today).toBe(true);
      expect(when.toDay === null || when.toDay >= when.fromDay).toBe(true);
      if (when.weekdays) expect(when.weekdays).toContain(isoWeekday(when.fromDay));
    }),
  );
});
