import { fold } from '@pupitre/shared/patients/search-folding';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { Icon } from '@tabler/icons-react';
import { monthNamed } from './month-words';

/** A page to go to or something to do, brought by the routes: only what exists and what the role may. */
export interface PaletteAct {
  id: string;
  icon: Icon;
  /** Shown; its words are also what one types to find it. */
  label: string;
  /** Further words that find it: « thème » for « Passer au sombre ». */
  words?: string;
  keys?: string;
  /** Understands a month after its name (« export fév »); `run` then receives it. */
  takesMonth?: boolean;
  run: (month?: string) => void;
}

export interface FoundAct {
  act: PaletteAct;
  month: string | undefined;
}

/** Acts whose words begin with every word typed, in any order; all of them when nothing is typed. */
export function findActs(acts: readonly PaletteAct[], text: string, today: LocalDay): FoundAct[] {
  const typed = fold(text).split(' ').filter(Boolean);
  return acts.flatMap((act): FoundAct[] => {
    const known = fold(`${act.label} ${act.words ?? ''}`).split(' ');
    const isKnown = (word: string) => known.some((name) => name.startsWith(word));
    if (typed.every(isKnown)) return [{ act, month: undefined }];
    const [last, ...rest] = typed.toReversed();
    if (!act.takesMonth || last === undefined || rest.length === 0 || !rest.every(isKnown)) return [];
    const month = monthNamed(last, today);
    return month ? [{ act, month }] : [];
  });
}
