import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { patientsCsv } from '@pupitre/seeds/patients-csv';
import type { ImportColumn, ImportLine } from '@pupitre/shared/import/import.contract';
import { importFixture, Mover } from '../../../test/given-import.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let mover: Mover;

beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());
beforeEach(async () => {
  mover = new Mover(await t.given.desk(await t.given.practice(), ['coordinator'], { name: 'Sonia DUBREUIL' }));
});

const fieldsOf = (columns: readonly ImportColumn[]) => columns.map(({ field }) => field);
/** 'line verdict reason reason' */
const said = (lines: readonly ImportLine[]) =>
  lines.map(({ line, verdict, reasons }) => [line, verdict, ...reasons.map(({ code }) => code)].join(' '));
const names = (lines: readonly ImportLine[]) =>
  lines.map(({ person }) => person && `${person.usedName}/${person.birthName} ${person.firstName} ${person.birthDate}`);

describe('files in the shape of other software', () => {
  test('the software of an office: ISO-8859-1, heads in capitals, a doubled quote, a NIR', async () => {
    const view = await mover.check(importFixture('cabinet-latin1.csv'));
    expect([view.state, view.encoding, view.delimiter]).toEqual(['checked', 'iso-8859-1', ';']);
    expect(fieldsOf(view.columns)).toEqual([
      ...['usedName', 'birthName', 'firstName', 'birthDate', 'sex', 'birthPlace', 'mobile', 'phone', 'email'],
      ...['postalCode', 'city', 'street', 'referringDoctor', 'complementaryName', 'nir', null],
    ]);
    expect(view.columns[14]).toMatchObject({ kept: false, examples: ['2 49 11 ••'] });
    expect(view.counts).toMatchObject({ create: 9, match: 0, doubtful: 0, refuse: 3 });
    const lines = await mover.lines(view.id);
    expect(names(lines).slice(0, 3)).toEqual([
      'LEMAIRE/DUBOIS Josiane 1949-11-12',
      'LENGLET/LENGLET Marius 2001-05-03',
      'LE ROY/LE ROY Aline 1978-09-30',
    ]);
    expect(said(lines)).toEqual(
      expect.arrayContaining([
        '2 create new other_phone_left_out',
        '7 refuse birth_date_not_a_day',
        '8 create new minor',
        '10 refuse name_empty',
        '12 create new without_phone',
        '13 refuse birth_date_unreadable',
      ]),
    );
    expect(names(lines)[9]).toBe('MEURISSE/MEURISSE Ève 1990-12-11');
  });

  test('an agenda in a cloud: UTF-8 with its mark, commas, ISO dates, new lines inside a cell', async () => {
    const view = await mover.check(importFixture('agenda-utf8-bom.csv'));
    expect([view.encoding, view.delimiter, view.columns[0]?.header]).toEqual(['utf-8', ',', 'Identifiant patient']);
    expect(fieldsOf(view.columns)).toContain('birthPlaceCode');
    // The head is line 1; a cell with a new line takes two lines of the file.
    expect(said(await mover.lines(view.id))).toEqual([
      '2 create new',
      '5 create new',
      '6 create new minor',
      '7 refuse birth_date_not_a_day',
    ]);
  });

  test('a spreadsheet’s Unicode text: UTF-16, tabs, years of two digits', async () => {
    const view = await mover.check(importFixture('tableur-utf16.txt'));
    expect([view.encoding, view.delimiter]).toEqual(['utf-16le', '\t']);
    const lines = await mover.lines(view.id);
    expect(names(lines)).toEqual([
      'DUFOUR/CARLIER Nicole 1947-06-05',
      'HOUZÉ/HOUZÉ Benoît 2022-10-17',
      'SIX/SIX Louis 1985-01-30',
    ]);
    expect(said(lines)).toEqual(['2 create new', '3 doubtful century_guessed', '4 create new sex_unknown']);
  });

  test('a clinic’s software: Windows-1252, a title above, serial days, a name in two, month before day', async () => {
    const view = await mover.check(importFixture('logiciel-1252.csv'));
    expect([view.encoding, view.delimiter]).toEqual(['windows-1252', ';']);
    const lines = await mover.lines(view.id);
    expect(names(lines)).toEqual([
      'BŒUF/BŒUF Irène 1950-01-01',
      'LŒUILLET/LŒUILLET Noël 1970-12-31',
      'PRÉVOST/MAES Thérèse 1947-05-30',
      'QUENNESSON/QUENNESSON Guy 1961-04-25',
    ]);
    expect(lines.map(({ line }) => line)).toEqual([5, 6, 7, 8]);
    expect(lines[3]).toMatchObject({ verdict: 'doubtful', reasons: [{ code: 'day_month_swapped' }] });
  });

  test('a list kept by hand: the same person twice, a shifted line, a quote that nothing closes', async () => {
    const view = await mover.check(importFixture('liste-utf8.csv'));
    const lines = await mover.lines(view.id);
    expect(said(lines)).toEqual([
      '2 create new',
      '3 match repeats_line',
      '4 doubtful differs_from_line differs_from_line',
      '5 refuse line_too_many_cells',
      '6 refuse quote_never_closed',
      '7 create new postal_code_unreadable nir_key_wrong phone_unreadable without_phone commune_unknown',
    ]);
  });
});

describe('files that are no table of patients', () => {
  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_text'],
    ['a workbook', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5_000, 7)]), 'not_text'],
    ['noughts', Buffer.alloc(4_096), 'not_text'],
    ['a letter', 'Bonjour docteur\nje vous écris\n', 'not_recognised'],
    ['blank lines', '\r\n\r\n  \r\n', 'file_empty'],
    ['a head alone', 'nom;prenom;ddn\r\n', 'header_only'],
    ['a head and empty lines', 'nom;prenom;ddn\r\n;;\r\n;;\r\n', 'header_only'],
    ['too many columns', `${'a;'.repeat(300)}\n${'1;'.repeat(300)}\n`, 'too_many_columns'],
  ])('%s', async (_, content, failure) => {
    const view = await mover.check(content);
    expect([view.state, view.failure]).toEqual(['failed', failure]);
  });

  test('without a column of birth dates it waits for somebody to say which one it is', async () => {
    const view = await mover.check('nom;prenom;quand\nDUPONT;Jean;01/02/1980\n');
    expect([view.state, view.missingFields]).toEqual(['to_map', ['birthDate']]);
    const mapped = await mover.desk.put(`/imports/${view.id}/columns`, { columns: [{ index: 2, field: 'birthDate' }] });
    expect(mapped.body).toMatchObject({ state: 'checking', missingFields: [] });
    expect((await mover.settled(view.id)).counts.create).toBe(1);
  });
});

test('a line of five megabytes is refused by its number, and the lines around it are read', async () => {
  const long = `LONG;Jean;01/02/1980;${'x'.repeat(5 * 1024 * 1024)}`;
  const view = await mover.check(`nom;prenom;ddn;note\nUN;Anne;01/02/1980;\n${long}\nDEUX;Paul;03/04/1981;\n`);
  expect(said(await mover.lines(view.id))).toEqual([
    '2 create new sex_unknown without_phone',
    '3 refuse line_too_long',
    '4 create new sex_unknown without_phone',
  ]);
});

test('a choice of columns is kept for the next file with the same heads, in whatever order', async () => {
  const first = await mover.check('NOM;PRENOM;DATE_NAIS;INFO\nDUPONT;Jean;01/02/1980;allergique\n');
  expect(first.columns[3]).toMatchObject({ field: null, confidence: 'none' });
  await mover.desk.put(`/imports/${first.id}/columns`, { columns: [{ index: 3, field: 'headsUp' }] });
  await mover.settled(first.id);
  const second = await mover.check('INFO;NOM;PRENOM;DATE_NAIS\npressé;MARTIN;Luc;03/04/1981\n');
  expect(second.mappingRemembered).toBe(true);
  expect(second.columns[0]).toMatchObject({ header: 'INFO', field: 'headsUp', confidence: 'chosen' });

  const elsewhere = new Mover(await t.given.desk(await t.given.practice(), ['admin']));
  expect((await elsewhere.check('INFO;NOM;PRENOM;DATE_NAIS\na;B;C;03/04/1981\n')).mappingRemembered).toBe(false);
});

test('two columns cannot become one field, and a column must be of the file', async () => {
  const { id } = await mover.check('NOM;PRENOM;DATE_NAIS;INFO\nDUPONT;Jean;01/02/1980;x\n');
  const twice = await mover.desk.put(`/imports/${id}/columns`, { columns: [{ index: 3, field: 'firstName' }] });
  expect([twice.status, twice.body.code, twice.body.details]).toEqual([
    422,
    'import.field_twice',
    { field: 'firstName' },
  ]);
  const unknown = await mover.desk.put(`/imports/${id}/columns`, { columns: [{ index: 9, field: 'email' }] });
  expect([unknown.status, unknown.body.code]).toEqual([422, 'import.column_unknown']);
});

test('the day a software writes when it knows none: whoever came by it is found again', async () => {
  const file = patientsCsv(300).replace(/\d\d\/\d\d\/\d{4}/g, '01/01/1900');
  const first = await mover.check(file);
  expect(first.counts.create).toBeGreaterThan(200);
  const { written } = await mover.commit(first.id);
  expect((await mover.check(file)).counts.match).toBe(written?.created);
});

test('characters that a database refuses, or that a cut would halve', async () => {
  const many = '👩‍⚕️'.repeat(30);
  const text = `\uFEFFnom;prenom;ddn;n\u0000ote${many}\nDUPONT;Jean\u0000;${many}12/2/98;${many}\u0000\nMARTIN;Luc;01/02/1980;${many}\u0000x\n`;
  const view = await mover.check(Buffer.from(text, 'utf16le'));
  expect([view.state, view.encoding, view.counts.create, view.counts.refuse]).toEqual(['checked', 'utf-16le', 1, 1]);
});
