import type { ComponentType } from 'react';

/** Parts of the frame that a feature brings. Absent part: its button and its keys are absent too. */
export const frameParts: {
  /** The palette, drawn while open; `usePaletteOpen` and `closePalette` (keyboard/palette-store) drive it. */
  Palette?: ComponentType;
} = {};
