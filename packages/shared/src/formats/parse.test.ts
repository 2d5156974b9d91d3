import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatsFor } from './formats.js';
import { parseDateFr, parseEuros, parseTime } from './parse.js';

describe('parseTime', () => {
  test.each([
    ['10h15', 615],
    ['10:15', 615],
    ['10.15', 615],
    ['1015', 615],
    ['915', 555],
    ['0905', 545],
    ['10 h', 600],
    ['10 H 15', 615],
    ['9', 540],
    ['0', 0],
    ['23h59', 1439],
    ['24h', null],
    ['10h75', null],
    ['99', null],
    ['10115', null],
    ['midi', null],
    ['', null],
    ['-9', null],
  ])('%s', (typed, minutes) => {
    expect(parseTime(typed)).toBe(minutes);
  });

  test('every minute of the day, as both languages show it, can be typed back', () => {
    for (let minutes = 0; minutes < 1440; minutes += 1) {
      expect(parseTime(formatsFor('fr').timeOfMinutes(minutes))).toBe(minutes);
      expect(parseTime(formatsFor('en').timeOfMinutes(minutes))).toBe(minutes);
    }
  });
});

describe('parseDateFr', () => {
  test.each([
    ['12/03/1962', '1962-03-12'],
    ['120362', '1962-03-12'],
    ['12031962', '1962-03-12'],
    ['12 03 62', '1962-03-12'],
    ['12-3-1962', '1962-03-12'],
    ['12.03.62', '1962-03-12'],
    ['1/3/26', '2026-03-01'],
    ['02/03/26', '2026-03-02'],
    ['03/03/26', '1926-03-03'],
    ['311299', '1999-12-31'],
    ['290200', '2000-02-29'],
    ['1962-03-12', '1962-03-12'],
    ['31/02/1990', null],
    ['1990', null],
    ['12/03', null],
    ['00/01/1990', null],
    ['', null],
  ])('%s', (typed, day) => {
    expect(parseDateFr(typed, '2026-03-02')).toBe(day);
  });

  test('a day to come keeps its century', () => {
    expect(parseDateFr('03/03/26', '2026-03-02', 'near')).toBe('2026-03-03');
    expect(parseDateFr('12/01/45', '2026-03-02', 'near')).toBe('2045-01-12');
    expect(parseDateFr('12/01/46', '2026-03-02', 'near')).toBe('1946-01-12');
  });
});

describe('parseEuros', () => {
  test.each([
    ['20', 2000],
    ['20,5', 2050],
    ['20.50', 2050],
    ['0,05', 5],
    ['1 240,50 €', 124050],
    ['1\u202F240,50\u00A0€', 124050],
    ['1.240,50', 124050],
    ['€1,240.50', 124050],
    ['20,555', null],
    ['-5', null],
    ['vingt', null],
    ['', null],
    [',5', null],
    ['99999999', null],
  ])('%s', (typed, cents) => {
    expect(parseEuros(typed)).toBe(cents);
  });

  test('every amount shown can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        expect(parseEuros(formatsFor('fr').euros(cents))).toBe(cents);
        expect(parseEuros(formatsFor('en').euros(cents))).toBe(cents);
      }),
    );
  });
});
