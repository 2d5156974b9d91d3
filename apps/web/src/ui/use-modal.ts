import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useIsLocked } from '../lib/session';

/**
 * Makes a `<dialog>` modal while it is mounted. A locked desk takes it off the screen, for the browser would draw it
 * above the lock; unlocked, it comes back with what was typed and the focus where it was. Removed, it gives the focus
 * back to whatever held it before.
 */
export function useModal(box: RefObject<HTMLDialogElement | null>): void {
  const isLocked = useIsLocked();
  const opener = useRef<Element | null>(null);
  const held = useRef<Element | null>(null);
  // Before the lock's own field takes the focus: a modal dialog still open would refuse it.
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog || isLocked) return;
    opener.current ??= document.activeElement;
    dialog.showModal();
    if (held.current instanceof HTMLElement && dialog.contains(held.current)) held.current.focus();
    // Of itself it would take the first it meets: the cross.
    else dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      held.current = document.activeElement;
      dialog.close();
    };
  }, [box, isLocked]);
  // At its end only.
  useLayoutEffect(
    () => () => {
      const from = opener.current;
      opener.current = null;
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    },
    [],
  );
}

/** Closes what stands above the page and holds nothing typed (a menu at a card) as soon as the desk is locked. */
export function useCloseOnLock(close: () => void): void {
  const isLocked = useIsLocked();
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useLayoutEffect(() => {
    if (isLocked) latest.current();
  }, [isLocked]);
}
