import { describe, expect, test } from '@jest/globals';
import { addDays, isoWeekday } from '../time/zone.js';
import { formatsFor } from './formats.js';

const fr = formatsFor('fr');
const en = formatsFor('en');
/** No-break spaces are checked with the typography; here plain ones read better. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('the same fact in both languages', () => {
  test.each([
    [fr.dateLong('2026-03-02'), 'lundi 2 mars 2026', en.dateLong('2026-03-02'), 'Monday 2 March 2026'],
    [fr.dateMedium('2026-03-02'), 'lundi 2 mars', en.dateMedium('2026-03-02'), 'Monday 2 March'],
    [fr.dateMedium('2026-08-01'), 'samedi 1er août', en.dateMedium('2026-08-01'), 'Saturday 1 August'],
    [fr.dateShort('2026-03-02'), '02/03/2026', en.dateShort('2026-03-02'), '02/03/2026'],
    [fr.dateGrid('2026-09-14'), 'lun. 14 sept.', en.dateGrid('2026-03-02'), 'Mon 2 Mar'],
    [fr.dateOfMonth('2026-02-03'), '3 février', en.dateOfMonth('2026-02-03'), '3 February'],
    [fr.monthLong('2026-03'), 'mars 2026', en.monthLong('2026-03'), 'March 2026'],
    [fr.timeOfMinutes(0), '0 h', en.timeOfMinutes(545), '09:05'],
    [fr.timeOfMinutes(1440), '24 h', en.timeOfMinutes(615), '10:15'],
    [fr.timeRange(480, 720), '8 h–12 h', en.timeRange(480, 720), '08:00–12:00'],
    [fr.euros(124050), '1 240,50 €', en.euros(124050), '€1,240.50'],
    [fr.euros(123456789), '1 234 567,89 €', en.euros(-3000), '\u2212€30.00'],
    [fr.percent(7.5), '7,5 %', en.percent(7.5), '7.5%'],
    [fr.integer(20000), '20 000', en.integer(20000), '20,000'],
    [fr.minutesSpan(12), '12 min', en.minutesSpan(12), '12 min'],
    [fr.minutesSpan(65), '1 h 05', en.minutesSpan(65), '1 h 05'],
    [fr.minutesSpan(120), '2 h', en.minutesSpan(120), '2 h'],
    [fr.relativeDuration(12), 'dans 12 min', en.relativeDuration(12), 'in 12 min'],
    [fr.relativeDuration(-65), 'il y a 1 h 05', en.relativeDuration(-65), '1 h 05 ago'],
    [fr.relativeDuration(-4320), 'il y a 3 jours', en.relativeDuration(2880), 'in 2 days'],
    [fr.relativeDuration(0), 'maintenant', en.relativeDuration(0), 'now'],
  ])('%s', (french, expectedFrench, english, expectedEnglish) => {
    expect(plain(french)).toBe(expectedFrench);
    expect(plain(english)).toBe(expectedEnglish);
  });
});

describe('aloud', () => {
  test.each([
    [1328, '13 euros et 28 centimes', '13 euros and 28 cents'],
    [3000, '30 euros', '30 euros'],
    [100, '1 euro', '1 euro'],
    [101, '1 euro et 1 centime', '1 euro and 1 cent'],
    [50, '50 centimes', '50 cents'],
    [0, '0 euro', '0 euros'],
    [-1250, 'moins 12 euros et 50 centimes', 'minus 12 euros and 50 cents'],
  ])('%i cents', (cents, french, english) => {
    expect(fr.eurosAloud(cents)).toBe(french);
    expect(en.eurosAloud(cents)).toBe(english);
  });
});

describe('age', () => {
  test.each([
    ['1962-03-12', '2026-03-02', '63 ans', '63 years'],
    ['1962-03-02', '2026-03-02', '64 ans', '64 years'],
    ['2024-03-03', '2026-03-02', '23 mois', '23 months'],
    ['2024-03-02', '2026-03-02', '2 ans', '2 years'],
    ['2025-10-15', '2026-03-02', '4 mois', '4 months'],
    ['2026-02-02', '2026-03-02', '1 mois', '1 month'],
    ['2026-02-18', '2026-03-02', '12 jours', '12 days'],
    ['2026-03-01', '2026-03-02', '1 jour', '1 day'],
    ['2026-03-02', '2026-03-02', '0 jour', '0 days'],
    ['2026-03-03', '2026-03-02', '', ''],
    ['2000-02-29', '2026-02-28', '25 ans', '25 years'],
    ['2000-02-29', '2026-03-01', '26 ans', '26 years'],
  ])('born %s, on %s', (birthDate, day, french, english) => {
    expect(plain(fr.age(birthDate, day))).toBe(french);
    expect(plain(en.age(birthDate, day))).toBe(english);
  });
});

test('names and initials', () => {
  expect(fr.nameFull({ usedName: 'Dupont', firstName: 'Marie' })).toBe('DUPONT Marie');
  expect(fr.nameFull({ usedName: '', birthName: 'Le Guen', firstName: 'Anne-Marie' })).toBe('LE GUEN Anne-Marie');
  expect(fr.initials({ usedName: 'Bernard', firstName: 'Léa' })).toBe('LB');
  expect(fr.initials({ usedName: ' d’Almeida', firstName: 'émile' })).toBe('ÉD');
});

test('a time of day comes from the zone asked for, wherever the process stands', () => {
  const instant = new Date('2026-03-02T09:15:00Z');
  expect(plain(fr.timeOfInstant(instant, 'Europe/Paris'))).toBe('10 h 15');
  expect(en.timeOfInstant(instant, 'Indian/Reunion')).toBe('13:15');
});

test('the weekday follows the calendar on every day of four years', () => {
  const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
  for (let n = 0, day = '2024-01-01'; n < 1461; n += 1, day = addDays(day, 1)) {
    expect(fr.dateMedium(day).split(' ')[0]).toBe(weekdays[isoWeekday(day) - 1]);
  }
});

test('amounts that are not whole cents are refused', () => {
  expect(() => fr.euros(12.5)).toThrow(RangeError);
  expect(() => fr.timeOfMinutes(-1)).toThrow(RangeError);
});
