import { describe, expect, test } from '@jest/globals';
import { csvBom, csvEuros, csvField, csvLine } from './csv.js';

describe('csvField', () => {
  test.each<[string, string | number | null, string]>([
    ['plain', 'DUPONT', 'DUPONT'],
    ['nothing', null, ''],
    ['empty', '', ''],
    ['separator', 'a;b', '"a;b"'],
    ['quote', 'dit "Bob"', '"dit ""Bob"""'],
    ['line end', 'a\nb', '"a\nb"'],
    ['outer space', ' a', '" a"'],
    ['formula', '=1+1', "'=1+1"],
    ['formula with a separator', '=HYPERLINK("x";"y")', '"\'=HYPERLINK(""x"";""y"")"'],
    ['plus', '+33639981234', "'+33639981234"],
    ['minus', '-2+3', "'-2+3"],
    ['at', '@SUM(A1)', "'@SUM(A1)"],
    ['tab', '\t=1', "'\t=1"],
    ['carriage return', '\r=1', '"\'\r=1"'],
    ['full-width equals', '＝1+1', "'＝1+1"],
    ['amount', csvEuros(124050), '1240,50'],
    ['negative amount', csvEuros(-3000), '-30,00'],
    ['whole number', -12, '-12'],
  ])('%s', (_case, value, cell) => {
    expect(csvField(value)).toBe(cell);
  });

  test('fractions of a number are refused: money is cents', () => {
    expect(() => csvField(12.5)).toThrow(RangeError);
    expect(() => csvEuros(12.5)).toThrow(RangeError);
  });
});

test('a line ends as spreadsheets expect', () => {
  expect(csvLine(['F2026-000123', '2026-03-02', csvEuros(5), 'a;b', null])).toBe(
    'F2026-000123;2026-03-02;0,05;"a;b";\r\n',
  );
  expect(csvBom).toBe('\uFEFF');
});
