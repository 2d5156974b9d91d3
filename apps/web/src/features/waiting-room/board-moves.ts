export type Direction = 'up' | 'down' | 'left' | 'right';

/** Lists of row ids, left to right; empty ones are stepped over. */
export type Rows = readonly (readonly string[])[];

export interface Place {
  readonly list: number;
  readonly row: number;
}

export function placeOf(rows: Rows, id: string | null): Place | null {
  const list = id === null ? -1 : rows.findIndex((held) => held.includes(id));
  const held = rows[list];
  return held && id !== null ? { list, row: held.indexOf(id) } : null;
}

/** The row an arrow leads to: up and down stop at the ends, left and right keep the height as far as the list goes. */
export function rowTowards(rows: Rows, id: string | null, direction: Direction): string | undefined {
  const from = placeOf(rows, id);
  if (!from) return rows.find((list) => list.length > 0)?.[0];
  if (direction === 'up' || direction === 'down') return rows[from.list]?.[from.row + (direction === 'up' ? -1 : 1)];
  const step = direction === 'left' ? -1 : 1;
  for (let list = from.list + step; list >= 0 && list < rows.length; list += step) {
    const held = rows[list] ?? [];
    if (held.length > 0) return held[Math.min(from.row, held.length - 1)];
  }
  return undefined;
}

/** The row that took the place of one that left all lists: the one below it, else the last of the list. */
export function rowAfterLoss(rows: Rows, lost: Place | null): string | undefined {
  const held = lost ? (rows[lost.list] ?? []) : [];
  return held[Math.min(lost?.row ?? 0, held.length - 1)];
}
