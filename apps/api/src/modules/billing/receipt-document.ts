import { receiptWords as words } from '@pupitre/shared/fr/receipt-words';
import type { Column, Content, CustomTableLayout, Style, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { ReceiptTexts } from './receipt-texts.js';

/** Points. A4 is 595 × 842; the fold marks stand at a third and two thirds of the sheet. */
const page = { width: 595, side: 48, top: 44, bottom: 62 } as const;
const inner = page.width - 2 * page.side;
const folds = [280, 561];
const grey = '#999999';
/** Digits of one width, for columns of numbers only: it widens hyphens too. */
const tabular = { fontFeatures: ['tnum'] } satisfies Style;

/** The receipt on one A4 sheet, black on white: it is printed, folded in three and photocopied. */
export function receiptDocument(texts: ReceiptTexts): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    info: { title: texts.number },
    language: 'fr-FR',
    defaultStyle: { font: 'Inter', fontSize: 10, lineHeight: 1.18 },
    background: folds.map((y) => ({ canvas: [line(0, 0, 12, 0.75)], absolutePosition: { x: 0, y } })),
    content: [
      heading(texts),
      { text: texts.number, fontSize: 21, bold: true, characterSpacing: -0.4, margin: [0, 30, 0, 1] },
      { text: texts.subtitle, margin: [0, 0, 0, 15] },
      received(texts),
      linesTable(texts),
      afterTable(texts),
      ...nextVisit(texts),
      signature(texts),
      { text: words.legal, fontSize: 9, lineHeight: 1.3, margin: [0, 20, 0, 0] },
    ],
    footer: (current: number, count: number) => footer(texts, current, count),
  };
}

function heading({ practitioner, patient }: ReceiptTexts): Content {
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: practitioner.name, fontSize: 12, bold: true, margin: [0, 0, 0, 2] },
          { ...tabular, text: practitioner.lines.join('\n') },
        ],
        lineHeight: 1.26,
      },
      {
        width: 233,
        table: {
          widths: ['*'],
          body: [
            [
              {
                stack: [
                  { text: patient.name, bold: true },
                  ...patient.address,
                  { text: patient.identity.join('\n'), margin: [0, 6, 0, 0] },
                ],
                lineHeight: 1.26,
                margin: [18, 0, 0, 0],
              },
            ],
          ],
        },
        layout: bars({ vertical: (at) => (at === 0 ? 1.5 : 0) }),
        margin: [0, 6, 0, 0],
      },
    ],
  };
}

function received({ received, payments }: ReceiptTexts): Content {
  return {
    table: {
      widths: ['auto', 'auto', '*'],
      body: [
        [
          { text: received.amount, fontSize: 30, bold: true, characterSpacing: -0.9, lineHeight: 1 },
          { text: received.label, fontSize: 12, margin: [6, 15, 0, 0] },
          {
            text: payments.join('\n'),
            alignment: 'right',
            margin: [0, Math.max(0, 17 - 13 * (payments.length - 1)), 0, 0],
          },
        ],
      ],
    },
    layout: bars({ horizontal: () => 1.5, paddingTop: () => 8, paddingBottom: () => 6 }),
    margin: [0, 0, 0, 19],
  };
}

function linesTable({ table }: ReceiptTexts): Content {
  const numbersFrom = 2;
  const cell = (text: string, at: number, style: { bold?: boolean; fontSize?: number } = {}): TableCell => ({
    ...style,
    ...(at >= numbersFrom ? tabular : {}),
    text,
    noWrap: at !== 1,
    alignment: at >= numbersFrom ? 'right' : 'left',
  });
  const blank = ['', words.total, '', ...table.totals];
  return {
    table: {
      headerRows: 1,
      widths: table.heads.map((_, at) => (at === 1 ? '*' : 'auto')),
      body: [
        table.heads.map((head, at) => cell(head, at, { bold: true, fontSize: 9 })),
        ...table.rows.map((row) => row.map((text, at) => cell(text, at))),
        blank.map((text, at) => cell(text, at, { bold: true })),
      ],
    },
    layout: bars({
      horizontal: (at, rows) => (at === 0 || at === rows ? 0 : at === 1 || at === rows - 1 ? 1 : 0.6),
      color: (at, rows) => (at === 1 || at === rows - 1 ? 'black' : grey),
      paddingTop: () => 6,
      paddingBottom: () => 5,
      gap: 8,
    }),
  };
}

function afterTable({ whoPays, afterwards }: ReceiptTexts): Content {
  const titled = (title: string, rest: Content): Column => ({
    width: '*',
    stack: [
      { text: title, bold: true, margin: [0, 0, 0, 4] },
      { canvas: [line(0, 0, (inner - 30) / 2, 0.75)], margin: [0, 0, 0, 5] },
      rest,
    ],
  });
  const owed = whoPays.map(([label, amount], at) => [
    label,
    { ...tabular, text: amount, alignment: 'right' as const, bold: at === whoPays.length - 1, noWrap: true },
  ]);
  return {
    columns: [
      titled(words.whoPays, {
        table: { widths: ['*', 'auto'], body: owed },
        layout: bars({ paddingTop: () => 1, paddingBottom: () => 2 }),
      }),
      titled(words.afterwards, { text: afterwards, lineHeight: 1.25 }),
    ],
    columnGap: 30,
    margin: [0, 22, 0, 0],
  };
}

function nextVisit({ next }: ReceiptTexts): Content[] {
  if (!next) return [];
  const text = [next.label, { text: next.when, bold: true }, next.rest];
  return [
    framed(
      {
        columns: [
          { width: 24, canvas: calendar },
          { text, margin: [0, 2, 0, 0] },
        ],
        margin: [4, 5, 4, 3],
      },
      [0, 22, 0, 0],
    ),
  ];
}

function signature({ made }: ReceiptTexts): Content {
  const stamp = framed({ text: words.stamp, fontSize: 9, margin: [3, 3, 0, 44] }, [0, 0, 0, 0]);
  return {
    columns: [
      { width: '*', text: made.join('\n'), lineHeight: 1.25 },
      { width: 187, stack: [stamp] },
    ],
    margin: [0, 25, 0, 0],
    unbreakable: true,
  };
}

function footer({ printed }: ReceiptTexts, current: number, count: number): Content {
  return {
    margin: [page.side, 12, page.side, 0],
    stack: [
      { canvas: [line(0, 0, inner, 0.75)], margin: [0, 0, 0, 6] },
      {
        columns: [{ text: printed }, { text: words.page(current, count), alignment: 'right', width: 80 }],
        fontSize: 9,
      },
    ],
  };
}

function framed(content: Content, margin: [number, number, number, number]): Content {
  const layout = bars({
    horizontal: () => 0.75,
    vertical: () => 0.75,
    paddingTop: () => 3,
    paddingBottom: () => 3,
    gap: 8,
  });
  return { table: { widths: ['*'], body: [[content as TableCell]] }, layout, margin };
}

interface Bars {
  horizontal?: (at: number, rows: number) => number;
  vertical?: (at: number) => number;
  color?: (at: number, rows: number) => string;
  paddingTop?: () => number;
  paddingBottom?: () => number;
  /** Between two columns; none outside them. */
  gap?: number;
}

function bars(wanted: Bars): CustomTableLayout {
  const { horizontal, vertical, color, gap = 0 } = wanted;
  const isFramed = vertical !== undefined && horizontal !== undefined;
  return {
    hLineWidth: (at, node) => horizontal?.(at, node.table.body.length) ?? 0,
    vLineWidth: (at) => vertical?.(at) ?? 0,
    hLineColor: (at, node) => color?.(at, node.table.body.length) ?? 'black',
    vLineColor: () => 'black',
    paddingLeft: (at) => (at === 0 && !isFramed ? 0 : gap),
    paddingRight: (at, node) => (at === (node.table.widths?.length ?? 0) - 1 && !isFramed ? 0 : gap),
    paddingTop: wanted.paddingTop ?? (() => 0),
    paddingBottom: wanted.paddingBottom ?? (() => 0),
  };
}

function line(x1: number, y: number, x2: number, lineWidth: number) {
  return { type: 'line' as const, x1, y1: y, x2, y2: y, lineWidth };
}

/** A small calendar sheet, twelve points wide. */
const calendar = [
  { type: 'rect' as const, x: 0.5, y: 2, w: 12, h: 12, r: 1.5, lineWidth: 1 },
  line(0.5, 6, 12.5, 1),
  { type: 'line' as const, x1: 3.5, y1: 0.5, x2: 3.5, y2: 3.5, lineWidth: 1 },
  { type: 'line' as const, x1: 9.5, y1: 0.5, x2: 9.5, y2: 3.5, lineWidth: 1 },
  { type: 'rect' as const, x: 3, y: 9, w: 2, h: 2, color: 'black' },
];
