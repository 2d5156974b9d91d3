import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';

/** Rows one walks by ↑ ↓, Home and End; the table has one tab stop. `data-row` of a row holds its number. */
export function useRovingRows(box: RefObject<HTMLElement | null>, rows: readonly number[]) {
  const [wanted, setWanted] = useState<number | null>(null);
  const current = wanted !== null && rows.includes(wanted) ? wanted : (rows[0] ?? null);
  const focusRow = (row: number | undefined) => {
    if (row === undefined) return;
    setWanted(row);
    const element = box.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || current === null) return;
    const at = rows.indexOf(current);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focusRow(rows[to]);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (row) setWanted(Number(row));
  };
  return { current, focusRow, goFirst: () => setWanted(null), onKeyDown, onFocus };
}
