import { useEffect } from 'react';

let typed = '';

/** Letters struck while the palette is still on its way: a fast hand does not wait for it. */
export const typedAhead = (): string => typed;
export const forgetTypedAhead = (): void => {
  typed = '';
};

/** Keeps what is struck, from here on until the field is there to take it. */
export function useTypeAhead(): void {
  useEffect(() => {
    forgetTypedAhead();
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.key === 'Backspace') typed = typed.slice(0, -1);
      else if (event.key.length === 1) typed += event.key;
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', keep, { capture: true });
    return () => removeEventListener('keydown', keep, { capture: true });
  }, []);
}
