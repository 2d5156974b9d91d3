import { type ComponentType, lazy } from 'react';
import { loadWords } from '../../lib/i18n';

const loadPalette = () => import('../palette/palette-part');
const loadNewPatient = () => import('../palette/new-patient-part');

/** Parts of the frame that a feature brings. Absent part: its button and its keys are absent too. */
export const frameParts: {
  /** The palette, drawn while open; `usePaletteOpen` and `closePalette` (keyboard/palette-store) drive it. */
  Palette?: ComponentType;
  /** Panels that may open on any screen; they draw nothing until asked. */
  Panels?: ComponentType;
} = {
  Palette: lazy(async () => ({ default: (await loadPalette()).PalettePart })),
  Panels: lazy(async () => ({ default: (await loadNewPatient()).NewPatientPart })),
};

/** Fetched once the first screen is drawn, so that F2 answers at once. */
export const warmFrameParts = (): Promise<unknown> =>
  Promise.all([loadPalette(), loadNewPatient(), loadWords('palette', 'patients')]);
