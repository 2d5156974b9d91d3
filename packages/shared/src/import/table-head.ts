import { declaredDelimiter, mostLinesAbove } from './csv-dialect.js';
import type { CsvRecord } from './csv-records.js';
import { fieldOfHeader } from './header-names.js';

/**
 * Where the names of the columns stand among the first records: the record with the most known names, two at least;
 * otherwise the first of two cells or more. Null when there is none.
 */
export function findTableHead(records: readonly CsvRecord[]): CsvRecord | null {
  const candidates = records
    .slice(0, mostLinesAbove)
    .filter(({ cells, fault }) => !fault && cells.length > 1 && !declaredDelimiter(cells.join('')));
  const known = ({ cells }: CsvRecord) => cells.filter((cell) => fieldOfHeader(cell) !== null).length;
  const best = candidates.reduce<CsvRecord | null>(
    (kept, each) => (!kept || known(each) > known(kept) ? each : kept),
    null,
  );
  return best && known(best) >= 2 ? best : (candidates[0] ?? null);
}
