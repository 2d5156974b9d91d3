import { CsvRecords } from './csv-records.js';
import { type FileDelimiter, fileDelimiters } from './import-codes.js';

const recordsLookedAt = 60;

/**
 * The delimiter that cuts the beginning of a file into the steadiest columns; null when none gives two. A first line
 * `sep=;`, as spreadsheets write it, decides.
 */
export function sniffDelimiter(head: string): FileDelimiter | null {
  const declared = declaredDelimiter(head.split(/\r\n|\r|\n/, 1)[0] ?? '');
  if (declared) return declared;
  const scores = fileDelimiters.map((delimiter) => ({ delimiter, ...steadiness(head, delimiter) }));
  const best = scores
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.share * Math.min(b.columns, 4) - a.share * Math.min(a.columns, 4) || b.columns - a.columns)[0];
  return best?.delimiter ?? null;
}

/** What a line `sep=;` says; null for any other line. */
export function declaredDelimiter(line: string): FileDelimiter | null {
  const [, declared] = /^"?sep=(.)"?$/i.exec(line.trim() === 'sep=' ? 'sep=\t' : line) ?? [];
  return fileDelimiters.find((each) => each === declared) ?? null;
}

/** The commonest count of cells, and the share of records that have it. */
function steadiness(head: string, delimiter: FileDelimiter): { columns: number; share: number } {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { cells, fault } of new CsvRecords(delimiter).push(`${head}\n`)) {
    if (fault) continue;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    total += 1;
    if (total === recordsLookedAt) break;
  }
  const [columns, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { columns, share: total === 0 ? 0 : times / total };
}
