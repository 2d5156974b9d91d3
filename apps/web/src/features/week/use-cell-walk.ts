import { type FocusEvent, type KeyboardEvent, useState } from 'react';

interface Cell {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * One tab stop for a table of buttons: arrows go from cell to cell, Ctrl+Home to the first. `onKeyDown` and `onFocus`
 * go on the table, `cell` on each button.
 */
export function useCellWalk() {
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const find = (table: Element, { row, column }: Cell) =>
    table.querySelector<HTMLElement>(`[data-row="${row}"][data-cell="${column}"]`);
  const placeOf = (target: EventTarget): Cell | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.cell) } : null;
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      const from = placeOf(event.target);
      if (!from || event.altKey || event.metaKey || event.ctrlKey !== (event.key === 'Home')) return;
      const wanted = event.key === 'Home' ? { row: 0, column: 0 } : step;
      if (!wanted) return;
      const to = step ? { row: from.row + step.row, column: from.column + step.column } : wanted;
      event.preventDefault();
      event.stopPropagation();
      find(event.currentTarget, to)?.focus();
    },
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (place) setAt(place);
    },
    cell: (row: number, column: number) => ({
      'data-row': row,
      'data-cell': column,
      tabIndex: row === at.row && column === at.column ? 0 : -1,
    }),
  };
}
