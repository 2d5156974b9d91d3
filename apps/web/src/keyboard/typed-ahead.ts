let typed = '';
let limit: ReturnType<typeof setTimeout> | undefined;

/** A palette that cannot be fetched must not swallow what is typed elsewhere. */
const keptAtMostMs = 3_000;

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
  clearTimeout(limit);
  limit = setTimeout(takeTypedAhead, keptAtMostMs);
}

/** The field is there: what was struck before it, and nothing is kept any longer. */
export function takeTypedAhead(): string {
  clearTimeout(limit);
  removeEventListener('keydown', keep, { capture: true });
  const taken = typed;
  typed = '';
  return taken;
}
