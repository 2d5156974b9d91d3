import { CsvRecords } from './csv-records.js';
import { fieldOfHeader } from './header-names.js';
import { type FileDelimiter, fileDelimiters } from './import-codes.js';

const recordsLookedAt = 60;
/** Lines that a software may write above the names of the columns: a title, a date, the practice. */
export const mostLinesAbove = 10;

/**
 * The delimiter that cuts the beginning of a file into columns with known names, or else into the steadiest columns;
 * null when none gives two. A first line
 * `sep=;`, as spreadsheets write it, decides.
 */
export function sniffDelimiter(head: string): FileDelimiter | null {
  const declared = declaredDelimiter(head.split(/\r\n|\r|\n/, 1)[0] ?? '');
  if (declared) return declared;
  const scores = fileDelimiters.map((delimiter) => ({ delimiter, ...steadiness(head, delimiter) }));
  const best = scores
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.known - a.known || weight(b) - weight(a) || b.columns - a.columns)[0];
  return best?.delimiter ?? null;
}

/** What a line `sep=;` says; null for any other line. */
export function declaredDelimiter(line: string): FileDelimiter | null {
  const [, declared] = /^"?sep=(.)"?$/i.exec(line.trim() === 'sep=' ? 'sep=\t' : line) ?? [];
  return fileDelimiters.find((each) => each === declared) ?? null;
}

interface Steadiness {
  readonly columns: number;
  readonly share: number;
  /** Names of columns recognised in one record. */
  readonly known: number;
}

/** Commas in every address are steady too: how many records agree counts more than into how many cells. */
function weight({ columns, share }: Steadiness): number {
  return share ** 2 * Math.min(columns, 4);
}

/** The commonest count of cells, and the share of records that have it. */
function steadiness(head: string, delimiter: FileDelimiter): Steadiness {
  const counts = new Map<number, number>();
  let [total, known] = [0, 0];
  for (const { cells, fault } of new CsvRecords(delimiter).push(`${head}\n`)) {
    if (fault) continue;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    total += 1;
    if (total <= mostLinesAbove) known = Math.max(known, cells.filter((cell) => fieldOfHeader(cell)).length);
    if (total === recordsLookedAt) break;
  }
  const [columns, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { columns, share: total === 0 ? 0 : times / total, known };
}
