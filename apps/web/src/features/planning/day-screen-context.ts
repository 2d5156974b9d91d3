import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { createContext, type ReactNode, useContext } from 'react';
import type { PatientInHand } from './booking-draft';
import type { Clock, ColumnDay, Frame } from './column-days';
import type { DaySearch } from './day-search';
import type { VisitMutations } from './use-visit-mutations';
import type { Words } from './use-words';

export interface PatientPickerProps {
  /** The field is empty and has the focus. */
  readonly autoFocus: boolean;
  readonly onPick: (patient: PatientHit) => void;
}

/** What somebody waits for, as far as the screen knows. */
export interface WaitWish {
  readonly patient?: PatientInHand;
  readonly motifId?: string;
  readonly durationMin?: number;
  readonly resourceIds?: readonly string[];
  readonly fromDay?: LocalDay;
  readonly toDay?: LocalDay | null;
  /** The visit she would give back. */
  readonly visit?: {
    readonly id: string;
    readonly resourceId: string;
    readonly day: LocalDay;
    readonly startMin: number;
  };
}

export interface DayStripProps {
  readonly day: LocalDay;
  readonly resourceIds: readonly string[];
  /** Gives the focus back to the grid. */
  readonly onLeave: () => void;
}

/** What a series, a chain or a family begins with. */
export interface SeriesStart {
  readonly patient?: PatientInHand | null;
  readonly motifId?: string | null;
  readonly resourceId?: string | null;
  readonly durationMin?: number | null;
  readonly day?: LocalDay | null;
  readonly startMin?: number | null;
  readonly note?: string;
}

/** What is about to be done to a visit that belongs with others. */
export type TogetherAct =
  | { readonly kind: 'cancel'; readonly by: NonNullable<AppointmentCard['cancelledBy']>; readonly reason: string }
  | { readonly kind: 'move'; readonly resourceId: string; readonly day: LocalDay; readonly startMin: number };

/** What the routes bring: other features' parts, and where an act leads. Absent part: its act is absent too. */
export interface DayLinks {
  /** The patients' search, and a new patient on the fly. */
  readonly renderPatientPicker: (props: PatientPickerProps) => ReactNode;
  readonly onOpenFile?: (patientId: string) => void;
  readonly onCollect?: (appointmentId: string) => void;
  /** Over the grid: what is still to be told by telephone. */
  readonly renderNotices?: () => ReactNode;
  /** Somebody will not be there: whose column, which day. */
  readonly onAbsence?: (resourceId: string, day: LocalDay) => void;
  /** The list of the visits an absence meets. */
  readonly onReplace?: (absenceId: string) => void;
  /** Who is to be told of a lateness. */
  readonly onWarn?: () => void;
  /** Puts somebody on the waiting list. */
  readonly onWait?: (wish: WaitWish) => void;
  /** Several visits by a rule. */
  readonly onSeries?: (start: SeriesStart) => void;
  /** Asks how far an act goes: true when it is for this visit alone, false when it was done for several, or given up. */
  readonly askTogether?: (visit: AppointmentCard, act: TogetherAct) => Promise<boolean>;
  /** Under the grid: who waits for the places that are free on screen. */
  readonly renderStrip?: (props: DayStripProps) => ReactNode;
}

export interface DayScreen extends DayLinks {
  readonly practiceId: string;
  readonly setup: PracticeSetup;
  readonly day: LocalDay;
  readonly clock: Clock;
  readonly now: Date;
  readonly search: DaySearch;
  /** Changes the address; `replace` leaves no step behind. */
  readonly go: (part: Partial<DaySearch>, replace?: boolean) => void;
  readonly columns: readonly ColumnDay[];
  readonly frame: Frame;
  readonly words: Words;
  readonly acts: VisitMutations;
  /** Puts the focus back on the grid, on a visit when it is drawn there. */
  readonly focusGrid: (visitId?: string) => void;
}

export const DayScreenContext = createContext<DayScreen | null>(null);

/** What every part of the Jour screen reads; throws outside of it. */
export function useDayScreen(): DayScreen {
  const screen = useContext(DayScreenContext);
  if (!screen) throw new Error('no day on screen');
  return screen;
}
