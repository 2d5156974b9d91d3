import { expect, test } from '@jest/globals';
import { readDay } from './absence-days';

const monday = '2026-03-02';

test.each([
  ['12/03/2026', '2026-03-12'],
  ['120326', '2026-03-12'],
  ['12/03', '2026-03-12'],
  ['demain', '2026-03-03'],
  ['Mardi', '2026-03-03'],
  ['01/02/2026', '2026-02-01'],
  ['31/02/2026', null],
  ['matin', null],
  ['', null],
])('« %s » on Monday 2 March 2026 reads as %s', (text, day) => {
  expect(readDay(text, monday)).toBe(day);
});
