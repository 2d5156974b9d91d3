import { inflateSync } from 'node:zlib';

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What a reader sees of a PDF of ours, page by page, in lines from top to bottom: its own streams and typefaces are read. */
export function pdfPages(pdf: Buffer): string[][] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(head)?.[1] ?? '')?.head ?? head;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(objects, id)]),
    );
    return linesOf(placedTexts(content, fonts));
  });
}

function objectsOf(pdf: Buffer): Map<string, { head: string; stream: string }> {
  const text = pdf.toString('latin1');
  const found = new Map<string, { head: string; stream: string }>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('endobj', from);
    const begin = text.indexOf('stream\n', from);
    const isStream = begin >= 0 && begin < end;
    const head = text.slice(from, isStream ? begin : end);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = pdf.subarray(begin + 7, begin + 7 + length);
    const isPacked = isStream && head.includes('/FlateDecode') && !head.includes('/Length1');
    found.set(match[1] ?? '', { head, stream: isPacked ? inflateSync(bytes).toString('latin1') : '' });
  }
  return found;
}

/** From the codes of a typeface to letters, by its ToUnicode table. */
function lettersOf(objects: ReturnType<typeof objectsOf>, id: string): Map<number, string> {
  const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '')?.stream ?? '';
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      letters.set(
        Number.parseInt(first, 16) + at,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    }
  }
  return letters;
}

function placedTexts(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): Placed[] {
  const placed: Placed[] = [];
  for (const [, block = ''] of content.matchAll(/BT\n([\s\S]*?)ET/g)) {
    const [, x = '0', y = '0'] = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block) ?? [];
    const letters = fonts.get(/\/(F\d+) /.exec(block)?.[1] ?? '');
    const shown = [...block.matchAll(/\[(.*?)\] TJ/g)].map(([, array = '']) => array).join('');
    const codes = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const text = codes.map((code) => letters?.get(Number.parseInt(code, 16)) ?? '?').join('');
    placed.push({ x: Number(x), y: Number(y), text });
  }
  return placed;
}

function linesOf(placed: readonly Placed[]): string[] {
  const rows = new Map<number, Placed[]>();
  for (const each of placed) rows.set(Math.round(each.y), [...(rows.get(Math.round(each.y)) ?? []), each]);
  return [...rows]
    .sort(([a], [b]) => b - a)
    .map(([, row]) => {
      const sorted = [...row].sort((a, b) => a.x - b.x);
      return sorted
        .map(({ text }) => text.trim())
        .join(' ')
        .replace(/\s+/g, ' ')
        .replace(/(\p{L}-) (?=\p{L})/gu, '$1')
        .trim();
    })
    .filter(Boolean);
}
