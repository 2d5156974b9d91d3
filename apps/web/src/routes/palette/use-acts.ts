import type { PaletteAct } from '../../features/palette/palette-acts';
import { useCallActs } from './use-call-acts';
import { useDeskActs } from './use-desk-acts';
import { useMonthActs } from './use-month-acts';
import { useScreenActs } from './use-screen-acts';
import { useSeriesActs } from './use-series-acts';
import { useUrgentActs } from './use-urgent-acts';
import { useWaitingActs } from './use-waiting-acts';

/**
 * The register of the palette's acts, in the order they are shown. A feature adds its own here and nowhere else: a hook
 * beside this file (`use-<domain>-acts.ts`) that answers PaletteAct[], empty where the role or the screens do not let
 * her, and one line below. The words one types to find an act are its label's and its `words`; `takesPatient` offers it
 * for the patient under the cursor too.
 */
export function useActs(): PaletteAct[] {
  return [
    ...useScreenActs(),
    ...useMonthActs(),
    ...useUrgentActs(),
    ...useCallActs(),
    ...useWaitingActs(),
    ...useSeriesActs(),
    ...useDeskActs(),
  ];
}
