import { createStore, useStore } from '../lib/store';
import { keepTypedAhead, takeTypedAhead } from './typed-ahead';

/** Open or not: the search field of the top bar, F2 and Ctrl+K all open the same palette. */
const palette = createStore(false);

export function openPalette(): void {
  if (!palette.get()) keepTypedAhead();
  palette.set(true);
}

export function closePalette(): void {
  takeTypedAhead();
  palette.set(false);
}
export const usePaletteOpen = (): boolean => useStore(palette);
