import { type FocusEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useShortcut } from '../../keyboard/use-shortcut';
import { type Direction, type Place, placeOf, type Rows, rowAfterLoss, rowTowards } from './board-moves';

export interface BoardFocus {
  board: RefObject<HTMLDivElement | null>;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
  focusRow: (visitId: string) => void;
  /** The active row takes the focus as soon as nothing else holds it. */
  hold: () => void;
}

/**
 * Arrows over the rows, Escape back to the filter. The focus follows a visit into its next list, whoever moved it; when
 * the visit leaves the board, the row that took its place has it.
 */
export function useBoardFocus(
  rows: Rows,
  activeId: string | null,
  field: RefObject<HTMLInputElement | null>,
): BoardFocus {
  const board = useRef<HTMLDivElement>(null);
  const isHeld = useRef(false);
  const lastPlace = useRef<Place | null>(null);

  const focusRow = useCallback((visitId: string) => {
    const row = board.current?.querySelector<HTMLElement>(`[data-visit="${visitId}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, []);

  useLayoutEffect(() => {
    // React drops the focus with the row it removes, without telling anybody.
    const isLost = isHeld.current && document.activeElement === document.body;
    const place = placeOf(rows, activeId);
    if (isLost) {
      const target = place && activeId ? activeId : rowAfterLoss(rows, lastPlace.current);
      if (target) focusRow(target);
      else field.current?.focus();
    }
    if (place) lastPlace.current = place;
  });

  useEffect(() => {
    // On a phone the field would bring its keyboard over the lists.
    if (!matchMedia('(pointer: coarse)').matches) field.current?.focus({ preventScroll: true });
  }, [field]);

  const step = (direction: Direction) => () => {
    const target = rowTowards(rows, activeId, direction);
    if (target) focusRow(target);
  };
  useBoardKey(board, 'ArrowUp', 'up', step('up'));
  useBoardKey(board, 'ArrowDown', 'down', step('down'));
  useBoardKey(board, 'ArrowLeft', 'left', step('left'));
  useBoardKey(board, 'ArrowRight', 'right', step('right'));
  useBoardKey(board, 'Escape', 'filter', () => field.current?.focus());

  const hold = () => {
    isHeld.current = true;
  };
  return {
    board,
    focusRow,
    hold,
    onFocus: hold,
    onBlur: ({ relatedTarget }) => {
      isHeld.current = board.current?.contains(relatedTarget) ?? false;
    },
  };
}

function useBoardKey(within: RefObject<Element | null>, keys: string, name: string, run: () => void): void {
  useShortcut({
    id: `waiting-room.${name}`,
    keys,
    scope: 'focus',
    within,
    labelKey: `waiting-room:keys.${name}`,
    groupKey: 'waiting-room:title',
    run,
  });
}
