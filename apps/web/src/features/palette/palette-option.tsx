import { type ReactNode, useEffect, useRef } from 'react';
import type { PaletteRow } from './palette-rows';
import type { PaletteState } from './use-palette';

interface PaletteOptionProps {
  row: PaletteRow;
  state: PaletteState;
  className: string;
  /** Marked although one stands elsewhere: the patient whose places are shown. */
  isHeld?: boolean;
  children: ReactNode;
}

/** One line of the listbox. The focus stays in the field; a click acts as Enter does. */
export function PaletteOption({ row, state, className, isHeld, children }: PaletteOptionProps) {
  const box = useRef<HTMLButtonElement>(null);
  const isActive = state.active?.id === row.id;
  useEffect(() => {
    if (isActive) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <button
      ref={box}
      type="button"
      role="option"
      id={row.id}
      tabIndex={-1}
      aria-selected={isActive}
      className={isHeld ? `${className} held` : className}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => state.choose(row)}
    >
      {children}
    </button>
  );
}
