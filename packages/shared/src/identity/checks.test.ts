import { describe, expect, test } from '@jest/globals';
import { normalisePhone } from '../fr/phone.js';
import {
  fictionalPhone,
  fictionalPhonePrefixes,
  finessIsValid,
  generateFiness,
  generateRpps,
  generateSiren,
  luhn,
  nirIsValid,
  nirKey,
  rppsIsValid,
  sirenIsValid,
} from './checks.js';

test.each([
  ['10999990012', true],
  ['10999990020', true],
  ['10999990021', false],
  ['10001766123', false],
  ['1099999001', false],
  ['1099999001A', false],
])('RPPS %s', (rpps, valid) => {
  expect(rppsIsValid(rpps)).toBe(valid);
});

test.each([
  ['759999006', true],
  ['010000024', true],
  ['010780054', true],
  ['590064036', true],
  ['750100075', true],
  ['690781810', true],
  ['920000650', true],
  ['120459876', false],
  ['000897406', false],
  ['2C0000000', false],
])('FINESS %s', (finess, valid) => {
  expect(finessIsValid(finess)).toBe(valid);
});

test('FINESS of Corsica: A counts as 1, B as 2', () => {
  const keys = (start: string) => [...'0123456789'].filter((key) => finessIsValid(start + key));
  expect(keys('2A000001')).toEqual([...'0123456789'].filter((key) => luhn(`21000001${key}`)));
  expect(keys('2B000001')).toEqual([...'0123456789'].filter((key) => luhn(`22000001${key}`)));
  expect(keys('2A000001')).not.toEqual(keys('2B000001'));
});

describe('NIR', () => {
  test.each([
    ['1780720004001', '41'],
    ['178072A004001', '68'],
    ['1234567890122', '12'],
    ['1700175101123', '88'],
    ['1235496852746', '83'],
    ['1940522032289', '80'],
  ])('key of %s', (thirteen, key) => {
    expect(nirKey(thirteen)).toBe(key);
  });

  test.each([
    '279035121518989',
    '277010115400329',
    '185057512345673',
    '269054958815780',
    '155127505601730',
    '284069913200410',
    '180032A00400103',
    '295022B03311885',
    '107087511504238',
    '299129741100872',
    '190019935100797',
    '184077505601781',
    '268077511304250',
    '785101305502125',
    '885101305502172',
    '885109935202192',
    '862049999900364',
    '885997512345663',
    '781102A12500908',
  ])('%s is valid', (nir) => {
    expect(nirIsValid(nir)).toBe(true);
    expect(nirIsValid(`${nir.slice(0, 1)} ${nir.slice(1, 13)} ${nir.slice(13)}`)).toBe(true);
  });

  test.each([
    '279035121518988',
    '123456789012244',
    '170017510112313',
    '123549685274612',
    '194052203228988',
    '2790351215189',
    'x',
    '',
  ])('%s is not', (nir) => {
    expect(nirIsValid(nir)).toBe(false);
  });
});

describe('numbers of the demo', () => {
  test('have a right key and stay in the fictional ranges', () => {
    expect(generateRpps(1)).toBe('10999990012');
    expect(generateRpps(2)).toBe('10999990020');
    expect(generateFiness(900)).toBe('759999006');
    for (let n = 0; n < 100; n += 1) {
      expect(rppsIsValid(generateRpps(n))).toBe(true);
      expect(sirenIsValid(generateSiren(n * 999))).toBe(true);
      expect(generateSiren(n)).toMatch(/^999\d{6}$/);
      expect(finessIsValid(generateFiness(n * 9))).toBe(true);
      expect(generateFiness(n)).toMatch(/^75999\d{4}$/);
    }
  });

  test('refuse to leave their range', () => {
    expect(() => generateRpps(100)).toThrow(RangeError);
    expect(() => generateFiness(-1)).toThrow(RangeError);
    expect(() => generateSiren(1.5)).toThrow(RangeError);
    expect(() => fictionalPhone(6, 0)).toThrow(RangeError);
    expect(() => fictionalPhone(0, 10000)).toThrow(RangeError);
  });

  test('phones are numbers the product accepts as they are', () => {
    fictionalPhonePrefixes.forEach((prefix, index) => {
      const e164 = fictionalPhone(index, 42);
      expect(e164).toBe(`+33${prefix.slice(1)}0042`);
      expect(normalisePhone(e164, 'RE')).toBe(e164);
      expect(normalisePhone(`${prefix}0042`, 'FR')).toBe(e164);
    });
  });
});
