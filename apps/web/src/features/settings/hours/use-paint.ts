import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

/** A half hour of a day of the week. */
export interface Cell {
  readonly isodow: number;
  readonly startMin: number;
}

export interface PaintedRange {
  readonly isodows: readonly number[];
  readonly startMin: number;
  readonly endMin: number;
}

export const stepMin = 30;

interface PaintOptions {
  readonly days: readonly number[];
  readonly firstMin: number;
  readonly lastMin: number;
  readonly onPaint: (range: PaintedRange) => void;
  readonly onClose: (range: PaintedRange) => void;
}

const arrows: Readonly<Record<string, readonly [days: number, steps: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * Painting, by the mouse as by the keyboard: arrows go from half hour to half hour, with Shift they extend what is
 * chosen, Space paints it, Delete closes it; a drag chooses and paints at once.
 */
export function usePaint({ days, firstMin, lastMin, onPaint, onClose }: PaintOptions) {
  const [head, setHead] = useState<Cell>({ isodow: days[0] ?? 1, startMin: firstMin });
  const [anchor, setAnchor] = useState<Cell | null>(null);
  const isDragging = useRef(false);
  /** The focus follows the arrows: it is not somebody coming from elsewhere. */
  const isMoving = useRef(false);
  const focus = useRef<(cell: Cell) => void>(() => undefined);
  const range = rangeOf(anchor ?? head, head, days);

  const moveTo = (cell: Cell, extends_: boolean) => {
    setAnchor(extends_ ? (anchor ?? head) : null);
    setHead(cell);
    isMoving.current = true;
    focus.current(cell);
    isMoving.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const day = days.indexOf(head.isodow) + arrow[0];
      const startMin = head.startMin + arrow[1] * stepMin;
      const isodow = days[day];
      event.preventDefault();
      if (isodow !== undefined && startMin >= firstMin && startMin < lastMin)
        moveTo({ isodow, startMin }, event.shiftKey);
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (event.ctrlKey) return;
      event.preventDefault();
      onPaint(range);
      setAnchor(null);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onClose(range);
      setAnchor(null);
    } else if (event.key === 'Escape' && anchor) {
      event.stopPropagation();
      setAnchor(null);
    }
  };
  return {
    head,
    range,
    /** More than the cell in hand. */
    isExtended: anchor !== null,
    onKeyDown,
    focusWith: (focusCell: (cell: Cell) => void) => {
      focus.current = focusCell;
    },
    /** Whoever came here without an arrow goes on from here. */
    onFocus: (cell: Cell) => {
      if (isMoving.current || isDragging.current) return;
      setHead(cell);
      setAnchor(null);
    },
    onPointerDown: (cell: Cell, event: PointerEvent) => {
      if (event.button !== 0) return;
      isDragging.current = true;
      setAnchor(event.shiftKey ? (anchor ?? head) : cell);
      setHead(cell);
    },
    onPointerEnter: (cell: Cell) => isDragging.current && setHead(cell),
    onPointerUp: () => {
      if (!isDragging.current) return;
      isDragging.current = false;
      onPaint(range);
      setAnchor(null);
    },
    onPointerCancel: () => {
      isDragging.current = false;
      setAnchor(null);
    },
  };
}

function rangeOf(one: Cell, other: Cell, days: readonly number[]): PaintedRange {
  const [a, b] = [days.indexOf(one.isodow), days.indexOf(other.isodow)];
  return {
    isodows: days.slice(Math.min(a, b), Math.max(a, b) + 1),
    startMin: Math.min(one.startMin, other.startMin),
    endMin: Math.max(one.startMin, other.startMin) + stepMin,
  };
}
