import type { ComponentType } from 'react';
import { useWaitingAsk } from '../../features/waiting-list/waiting-store';
import { loadWords } from '../../lib/i18n';
import { partOf } from '../../lib/part-of';

const palette = partOf(async () => (await import('../palette/palette-part')).PalettePart);
const newPatient = partOf(async () => (await import('../palette/new-patient-part')).NewPatientPart);

const waiting = partOf(async () => {
  const [part] = await Promise.all([import('../waiting-list.part'), loadWords('waiting-list', 'patients')]);
  return part.WaitingListPart;
});

/** Each draws nothing until it is asked for; the waiting list's is not even fetched. */
function Panels() {
  const { ask } = useWaitingAsk();
  return (
    <>
      <newPatient.Part />
      {ask && <waiting.Part />}
    </>
  );
}

/** Parts of the frame that a feature brings. Absent part: its button and its keys are absent too. */
export const frameParts: {
  /** The palette, drawn while open; `usePaletteOpen` and `closePalette` (keyboard/palette-store) drive it. */
  Palette?: ComponentType;
  /** Panels that may open on any screen; they draw nothing until asked. */
  Panels?: ComponentType;
} = { Palette: palette.Part, Panels };

/** Fetched once the first screen is drawn, so that F2 answers at once. */
export const warmFrameParts = (): Promise<unknown> =>
  Promise.all([palette.warm(), newPatient.warm(), loadWords('palette', 'patients', 'slots')]);

/** Drawn while the palette is fetched: nothing to see; what is struck meanwhile is kept (keyboard/typed-ahead). */
export function PaletteWait() {
  return null;
}
