import { describe, expect, test } from '@jest/globals';
import { sniffDelimiter } from './csv-dialect.js';
import { type CsvRecord, CsvRecords, longestRecord } from './csv-records.js';
import type { FileDelimiter } from './import-codes.js';

function read(text: string, delimiter: FileDelimiter = ';', pieceLength = text.length): CsvRecord[] {
  const records = new CsvRecords(delimiter);
  const found: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, pieceLength)) {
    found.push(...records.push(text.slice(at, at + Math.max(1, pieceLength))));
  }
  return [...found, ...records.end()];
}
const cells = (records: readonly CsvRecord[]) => records.map((record) => record.cells);

test.each<[string, string, string[][]]>([
  [
    'plain cells',
    'a;b\nc;d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'no line end at the end',
    'a;b\nc;d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'CRLF',
    'a;b\r\nc;d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'CR alone',
    'a;b\rc;d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['empty cells', ';;\na;;\n', [['a', '', '']]],
  ['empty lines', '\n\na;b\n\n', [['a', 'b']]],
  ['a delimiter inside quotes', '"a;b";c\n', [['a;b', 'c']]],
  ['a doubled quote', '"8 bis ""du Bac""";c\n', [['8 bis "du Bac"', 'c']]],
  ['a new line inside quotes', '"a\r\nb";c\n', [['a\r\nb', 'c']]],
  ['a quote inside a plain cell', 'rue "du Bac";c\n', [['rue "du Bac"', 'c']]],
  ['an empty quoted cell', '"";c\n', [['', 'c']]],
  ['words after the closing quote', '"a"b;c\n', [['ab', 'c']]],
  ['spaces kept', ' a ; b \n', [[' a ', ' b ']]],
])('%s', (_, text, expected) => {
  expect(cells(read(text))).toEqual(expected);
});

test('wherever the pieces are cut, the records are the same', () => {
  const text = 'é;"a;""b""\r\nc"\r\n\r\nd;"";e\r\n"f"';
  const whole = read(text);
  for (let length = 1; length < text.length; length += 1) expect(read(text, ';', length)).toEqual(whole);
});

test('line numbers are those of a text editor', () => {
  expect(read('a;b\n\n"c\nd";e\nf;g\n').map(({ line }) => line)).toEqual([1, 3, 5]);
});

describe('what spoils a line spoils no other', () => {
  const long = 'x'.repeat(longestRecord * 3);

  test('a line too long', () => {
    for (const piece of [1_000, 70_000, 10_000_000]) {
      expect(read(`a;b\n${long};b\nc;d\n`, ';', piece)).toEqual([
        { line: 1, cells: ['a', 'b'], fault: null },
        { line: 2, cells: [], fault: 'line_too_long' },
        { line: 3, cells: ['c', 'd'], fault: null },
      ]);
    }
  });

  test('the last line too long', () => {
    expect(read(`a;b\n${long}`).at(-1)).toMatchObject({ line: 2, fault: 'line_too_long' });
  });

  test('a quote never closed, before the end of the file and far from it', () => {
    expect(read('a;"b\nc;d\n').map(({ line, fault }) => [line, fault])).toEqual([
      [1, 'quote_never_closed'],
      [2, null],
    ]);
    const rows = Array.from({ length: 20_000 }, (_, index) => `${index};x`);
    const found = read(`a;"b\n${rows.join('\n')}\n`);
    expect(found).toHaveLength(20_001);
    expect(found[0]).toEqual({ line: 1, cells: [], fault: 'quote_never_closed' });
    expect(found.at(-1)).toEqual({ line: 20_001, cells: ['19999', 'x'], fault: null });
  });
});

test('what waits to be read is never longer than a record and a piece', () => {
  const records = new CsvRecords(';');
  const piece = 'x'.repeat(10_000);
  for (let sent = 0; sent < 5_000_000; sent += piece.length) for (const _ of records.push(piece)) void _;
  expect(Reflect.get(records, 'pending').length).toBeLessThanOrEqual(longestRecord + piece.length);
});

test.each<[string, string, FileDelimiter | null]>([
  ['semicolons', 'a;b;c\n1;2,5;3\n', ';'],
  ['commas', 'a,b,c\n1,2,3\n', ','],
  ['tabs', 'a\tb\n1, rue A\t2\n', '\t'],
  ['semicolons with commas in every cell', 'nom;adresse\nA;1, rue B, C\nD;2, rue E, F\n', ';'],
  ['a line that says it', 'sep=,\na;b,c\n', ','],
  ['a title above', 'Export\n\na;b;c\n1;2;3\n4;5;6\n', ';'],
  ['one column', 'a\nb\n', null],
  ['nothing', '', null],
])('the delimiter of %s', (_, head, expected) => {
  expect(sniffDelimiter(head)).toBe(expected);
});

test('whatever a spreadsheet writes is read back, however it arrives', () => {
  const pieces = ['a', 'é', ';', ',', '"', '""', '\r\n', '\n', ' ', '', '👩‍⚕️', "d'Ascq"];
  let state = 7;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const cell = () => Array.from({ length: draw(6) }, () => pieces[draw(pieces.length)]).join('');
  const rows = Array.from({ length: 400 }, (_, index) => [`r${index}`, ...Array.from({ length: 1 + draw(5) }, cell)]);
  const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join('\r\n');
  for (const length of [1, 7, 64, 100_000]) expect(cells(read(text, ';', length))).toEqual(rows);
});
