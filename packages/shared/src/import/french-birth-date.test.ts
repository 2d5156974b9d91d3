import { expect, test } from '@jest/globals';
import { readBirthDate } from './french-birth-date.js';

const today = '2026-03-02';

test.each([
  ['31/12/1970', '1970-12-31'],
  ['1/2/1970', '1970-02-01'],
  ['31.12.1970', '1970-12-31'],
  ['31-12-1970', '1970-12-31'],
  ['31 12 1970', '1970-12-31'],
  ['31 / 12 / 1970', '1970-12-31'],
  ['31121970', '1970-12-31'],
  ['1970-12-31', '1970-12-31'],
  ['1970/12/31', '1970-12-31'],
  ['19701231', '1970-12-31'],
  ['20011231', '2001-12-31'],
  ['20/01/2001', '2001-01-20'],
  ['19071950', '1950-07-19'],
  ['20122001', '2001-12-20'],
  ['1970-12-31T00:00:00Z', '1970-12-31'],
  ['1970-12-31 00:00:00.000', '1970-12-31'],
  ['31/12/1970 00:00', '1970-12-31'],
  ['31 décembre 1970', '1970-12-31'],
  ['1er févr. 1970', '1970-02-01'],
  ['31-déc-1970', '1970-12-31'],
  ['jeudi 31 décembre 1970', '1970-12-31'],
  ["'31/12/1970", '1970-12-31'],
  ['  31/12/1970 ', '1970-12-31'],
  ['29/02/2000', '2000-02-29'],
  ['31-12-70', '1970-12-31'],
  ['05/06/47', '1947-06-05'],
  ['01/01/27', '1927-01-01'],
  ['03/03/26', '1926-03-03'],
  ['01/01/10', '2010-01-01'],
  ['02/03/2026', '2026-03-02'],
])('%p is %s, without a doubt', (written, day) => {
  expect(readBirthDate(written, today)).toEqual({ day, doubt: null, note: null });
});

test.each([
  ['01/01/22', '2022-01-01', 'century_guessed'],
  ['01/01/26', '2026-01-01', 'century_guessed'],
  ['04/25/1961', '1961-04-25', 'day_month_swapped'],
  ['1961-25-04', '1961-04-25', 'day_month_swapped'],
])('%p may be %s: %s', (written, day, doubt) => {
  expect(readBirthDate(written, today)).toEqual({ day, doubt, note: null });
});

test.each([
  ['25933', '1970-12-31'],
  ['18264', '1950-01-01'],
  ['36526,0', '2000-01-01'],
])('the day %s of a spreadsheet is %s', (written, day) => {
  expect(readBirthDate(written, today)).toEqual({ day, doubt: null, note: 'serial_date' });
});

test.each([
  ['', 'birth_date_empty'],
  ['   ', 'birth_date_empty'],
  ['31/02/1970', 'birth_date_not_a_day'],
  ['29/02/1979', 'birth_date_not_a_day'],
  ['00/00/0000', 'birth_date_not_a_day'],
  ['32/13/1970', 'birth_date_not_a_day'],
  ['12/2/98x', 'birth_date_unreadable'],
  ['inconnue', 'birth_date_unreadable'],
  ['1970', 'birth_date_unreadable'],
  ['12/1970', 'birth_date_unreadable'],
  ['31 jui 1970', 'birth_date_unreadable'],
  ['46100', 'birth_date_unreadable'],
  ['03/03/2026', 'birth_date_in_the_future'],
  ['01/01/0970', 'birth_date_too_old'],
])('%p is refused: %s', (written, refusal) => {
  expect(readBirthDate(written, today)).toEqual({ day: null, refusal });
});
