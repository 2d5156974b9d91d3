let typed = '';

const keep = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (event.key.length === 1) typed += event.key;
  else return;
  event.preventDefault();
  event.stopPropagation();
};

/** Keeps what is struck from the very key that opens the palette: a fast hand does not wait for the field. */
export function keepTypedAhead(): void {
  typed = '';
  addEventListener('keydown', keep, { capture: true });
}

/** The field is there: what was struck before it, and nothing is kept any longer. */
export function takeTypedAhead(): string {
  removeEventListener('keydown', keep, { capture: true });
  const taken = typed;
  typed = '';
  return taken;
}
