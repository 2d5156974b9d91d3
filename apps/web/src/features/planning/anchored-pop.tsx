import { type ReactNode, useEffect, useRef } from 'react';
import { useCloseOnLock } from '../../ui/use-modal';

export interface AnchoredPopProps {
  /** Top left corner on the page; moved inside when it would leave it. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A light box at a place of the grid. The platform closes it on Esc or a click elsewhere and gives the focus back. */
export function AnchoredPop({ x, y, label, onClose, children }: AnchoredPopProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useCloseOnLock(() => box.current?.hidePopover());
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const pop = box.current;
    if (!pop) return;
    pop.showPopover();
    pop.style.left = `${Math.max(8, Math.min(x, innerWidth - pop.offsetWidth - 8))}px`;
    pop.style.top = `${Math.max(8, Math.min(y, innerHeight - pop.offsetHeight - 8))}px`;
    pop.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') close.current();
    };
    pop.addEventListener('toggle', onToggle);
    return () => {
      pop.removeEventListener('toggle', onToggle);
      pop.hidePopover();
    };
  }, [x, y]);
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={label}
      className="pop anchored"
      onKeyDown={(event) => {
        // Esc here closes the box alone, not the panel behind it.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        box.current?.hidePopover();
      }}
    >
      {children}
    </div>
  );
}
