import { outageWords as words } from '@pupitre/shared/fr/outage-words';
import { outageHours } from '@pupitre/shared/outage/outage.contract';
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { OutageSheet, OutageTexts } from './outage-texts.js';

/** Points. A4 is 595 × 842: a head, thirty lines of two rows of small print each, a foot. */
const page = { side: 32, top: 34, bottom: 40 } as const;
const lineHeight = 21.5;
const widths = [42, '*', 52, 76, 88, 108];
/** Columns that stay on one row. Digits of one width would double the time it takes to lay a day out. */
const unbroken: readonly number[] = [0, 2, 3];

/** Black on white, a sheet for each column's day: it is printed by whoever is there, and read at a counter. */
export function outageDocument({ practice, printed, sheets }: OutageTexts): TDocumentDefinitions {
  const head = { practice, printed };
  return {
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    info: { title: words.title },
    language: 'fr-FR',
    defaultStyle: { font: 'Inter', fontSize: 8.5, lineHeight: 1 },
    content: sheets.length > 0 ? sheets.flatMap((sheet, at) => sheetContent(sheet, head, at)) : nothing(head),
    footer: (current: number, count: number): Content => ({
      margin: [page.side, 10, page.side, 0],
      fontSize: 7.5,
      columns: [
        { text: words.legal, width: '*' },
        { text: words.page(current, count), width: 60, alignment: 'right' },
      ],
    }),
  };
}

interface Head {
  readonly practice: string;
  readonly printed: string;
}

function heading({ practice, printed }: Head, title: string, count: string): Content {
  return {
    margin: [0, 0, 0, 8],
    columns: [
      { width: '*', stack: [{ text: title, bold: true, fontSize: 13 }, { text: practice }] },
      { width: 190, alignment: 'right', stack: [{ text: count, bold: true }, { text: printed }] },
    ],
  };
}

function sheetContent({ column, day, count, lines }: OutageSheet, head: Head, at: number): Content[] {
  const top = heading(head, `${column}, ${day}`, count);
  return [
    at === 0 ? top : { stack: [top], pageBreak: 'before' },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths,
        heights: (row: number) => (row === 0 ? 14 : lineHeight),
        body: [words.heads.map((text) => ({ text, bold: true, fontSize: 8 })), ...lines.map(lineCells)],
      },
      layout,
    },
  ];
}

function lineCells(texts: readonly string[]): TableCell[] {
  return texts.map((text, at) => ({
    text,
    ...(unbroken.includes(at) ? { noWrap: true } : {}),
    ...(at === 0 || at === 1 || at === 5 ? { bold: true } : {}),
  }));
}

function nothing(head: Head): Content[] {
  return [heading(head, words.title, ''), { text: words.none(outageHours), margin: [0, 12, 0, 0] }];
}

const layout: CustomTableLayout = {
  hLineWidth: (at) => (at === 1 ? 1 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => 'black',
  paddingLeft: (at) => (at === 0 ? 0 : 4),
  paddingRight: () => 0,
  paddingTop: () => 1.2,
  paddingBottom: () => 0,
};
