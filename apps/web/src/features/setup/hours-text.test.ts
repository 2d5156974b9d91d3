import { expect, test } from '@jest/globals';
import { formatsFor } from '@pupitre/shared/formats/formats';
import { readDay, writeDay } from './hours-text';

const morning = { startMin: 540, endMin: 750 };
const afternoon = { startMin: 840, endMin: 1110 };

test.each([
  '9h-12h30, 14h-18h30',
  '9h-12h30 14h-18h30',
  '9 h – 12 h 30 et 14 h – 18 h 30',
  '09:00–12:30 14:00–18:30',
  '9.00-12.30; 14.00-18.30',
  '900-1230 1400-1830',
  '14h à 18h30, 9h à 12h30',
])('« %s » is a morning and an afternoon', (text) => {
  expect(readDay(text)).toEqual([morning, afternoon]);
});

test('an empty day is closed, a whole one goes to midnight', () => {
  expect(readDay(' ')).toEqual([]);
  expect(readDay('0-24h')).toEqual([{ startMin: 0, endMin: 1440 }]);
  expect(readDay('9-12')).toEqual([{ startMin: 540, endMin: 720 }]);
});

test.each(['9h', 'matin', '12h-9h', '9h-12h, 11h-14h', '9h-25h', '9h-12h30, 14h', '9h-9h'])(
  '« %s » is refused',
  (text) => {
    expect(readDay(text)).toBeNull();
  },
);

test.each(['fr', 'en'] as const)('what is written in %s is read again', (locale) => {
  const written = writeDay([morning, afternoon], formatsFor(locale).timeRange);
  expect(readDay(written)).toEqual([morning, afternoon]);
});
