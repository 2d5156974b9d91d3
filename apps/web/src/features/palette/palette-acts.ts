import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { fold } from '@pupitre/shared/patients/search-folding';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { Icon } from '@tabler/icons-react';
import { monthNamed } from './month-words';
import type { PlanWish } from './plan-wish';

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
  /** Also offered by name for the patient under the cursor: « Série de séances (DUPONT Marie) ». */
  takesPatient?: boolean;
  run: (said: ActSaid) => void;
}

/** What was said besides the act itself. */
export interface ActSaid {
  /** 'YYYY-MM', of an act that takes one. */
  month?: string;
  /** Of an act that takes a patient: she, and what the sentence asks for. */
  patient?: PatientHit;
  wish?: PlanWish;
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
