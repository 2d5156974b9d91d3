import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isoWeekday } from '../time/zone.js';
import { resolveWhen, whenWord } from './booking-when.js';

const monday = '2026-03-02';
const meant = (sentence: string, today = monday) => {
  const words = sentence.split(' ').map((word) => whenWord(word, today));
  if (words.some((word) => word === undefined)) return 'not a moment';
  return resolveWhen(
    words.flatMap((word) => word ?? []),
    today,
  );
};

describe('moments', () => {
  test.each([
    ['auj', monday, monday, {}],
    ["aujourd'hui", monday, monday, {}],
    ['dem', '2026-03-03', '2026-03-03', {}],
    ['ven', '2026-03-06', '2026-03-06', {}],
    ['vendredi apm', '2026-03-06', '2026-03-06', { partOfDay: 'afternoon' }],
    ['dim', '2026-03-08', '2026-03-08', {}],
    ['lun', '2026-03-09', '2026-03-09', {}],
    ['apm', monday, null, { partOfDay: 'afternoon' }],
    ['apres-midi', monday, null, { partOfDay: 'afternoon' }],
    ['mat 9h05', monday, null, { partOfDay: 'morning', atMin: 545 }],
    ['mar 15h30', '2026-03-03', '2026-03-03', { atMin: 930 }],
    ['14h', monday, null, { atMin: 840 }],
    ['15:30', monday, null, { atMin: 930 }],
    ['0h', monday, null, { atMin: 0 }],
    ['sem+0', monday, '2026-03-08', {}],
    ['sem+2', '2026-03-16', '2026-03-22', {}],
    ['ven sem+2 mat', '2026-03-20', '2026-03-20', { partOfDay: 'morning' }],
    ['<20/03', monday, '2026-03-19', {}],
    ['sem+2 <20/03', '2026-03-16', '2026-03-19', {}],
    ['ven <20/03', '2026-03-06', '2026-03-06', {}],
    ['20/03', '2026-03-20', '2026-03-20', {}],
    ['2/3', monday, monday, {}],
    ['1/3', '2027-03-01', '2027-03-01', {}],
    ['05/01/27', '2027-01-05', '2027-01-05', {}],
    ['5/1/2028', '2028-01-05', '2028-01-05', {}],
  ])('%s', (sentence, fromDay, toDay, more) => {
    expect(meant(sentence)).toEqual({ fromDay, toDay, ...more });
  });

  test('this week, in the middle of it, begins today', () => {
    expect(meant('sem+0', '2026-03-04')).toEqual({ fromDay: '2026-03-04', toDay: '2026-03-08' });
  });

  test.each([
    'lun mar',
    'auj dem',
    'dem ven',
    'auj sem+1',
    'mat apm',
    'mat 15h',
    'apm 11h30',
    '9h 10h',
    'sem+1 sem+2',
    '<2/3',
    'ven <6/3',
    '1/3/2026',
  ])('%s contradicts itself or is over', (sentence) => {
    expect(meant(sentence)).toBeUndefined();
  });

  test('a weekday of this week that is over has no day', () => {
    expect(meant('lun sem+0', '2026-03-04')).toBeUndefined();
  });

  test.each([
    '',
    've',
    'vend',
    '24h',
    '15h5',
    '15h60',
    '1530',
    'sem',
    'sem+',
    'sem-1',
    '30/02',
    '00/03',
    '20/13',
    '12/3/196',
    'constructor',
  ])('« %s » is not a moment', (word) => {
    expect(meant(word)).toBe('not a moment');
  });

  test('a weekday is always one of the next seven days, never today', () => {
    const names = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 6 }), (n, index) => {
        const today = addDays('2024-01-01', n);
        const when = resolveWhen([whenWord(names[index] ?? '', today) ?? {}], today);
        expect(isoWeekday(when?.fromDay ?? today)).toBe(index + 1);
        expect(when && when.fromDay > today && when.fromDay <= addDays(today, 7)).toBe(true);
      }),
    );
  });
});
