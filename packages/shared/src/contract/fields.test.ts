import { describe, expect, test } from '@jest/globals';
import { line, localDay, text } from './fields.js';

const accepted = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('a line of text', () => {
  test.each(['Zoé', 'D’ARC', 'Łukasz', 'محمد علي', 'דוד', '阮文雄', 'a\u200Db', '10\u202Fh\u202F15', '👩‍⚕️', '=1+1'])(
    'takes %p',
    (value) => {
      expect(accepted(line(100), value)).toBe(true);
    },
  );

  test.each([
    ['a nul', 'a\0b'],
    ['an escape', 'a\u001Bb'],
    ['half a character', 'a\uD800b'],
    ['the other half', '\uDC00'],
    ['a line separator', 'a\u2028b'],
    ['a text turned round', 'a\u202Eb'],
    ['an isolate', 'a\u2066b'],
    ['too much', 'a'.repeat(101)],
  ])('refuses %s, on one line or several', (_, value) => {
    expect([accepted(line(100), value), accepted(text(100), value)]).toEqual([false, false]);
  });

  test('a new line is for several lines only', () => {
    expect([accepted(line(9), 'a\nb'), accepted(text(9), 'a\nb')]).toEqual([false, true]);
  });
});

test.each([
  ['2026-02-28', true],
  ['1880-01-01', true],
  ['2999-12-31', true],
  ['2026-02-30', false],
  ['9999-12-31', false],
  ['0100-01-01', false],
  ['2026-2-3', false],
])('the day %s: %p', (day, expected) => {
  expect(accepted(localDay, day)).toBe(expected);
});
