import { expect, test } from '@jest/globals';
import { dayNamed } from './day-phrase.js';

test.each([
  ['demain', '2026-03-03'],
  ['Mardi', '2026-03-03'],
  ['le 20', '2026-03-20'],
  ['20/03', '2026-03-20'],
  ['tomorrow', '2026-03-03'],
  ['fri', '2026-03-06'],
  ['mars', null],
  ['mardi prochain', null],
  ['demain matin', null],
  ['matin', null],
  ['1/3/2026', null],
  ['', null],
])('« %s » on Monday 2 March 2026 is %s', (text, day) => {
  expect(dayNamed(text, '2026-03-02')).toBe(day);
});
