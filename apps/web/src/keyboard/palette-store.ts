import { createStore, useStore } from '../lib/store';

/** Open or not: the search field of the top bar, F2 and Ctrl+K all open the same palette. */
const palette = createStore(false);

export const openPalette = (): void => palette.set(true);
export const closePalette = (): void => palette.set(false);
export const usePaletteOpen = (): boolean => useStore(palette);
