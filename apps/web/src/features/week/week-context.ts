import type { WeekVisit } from '@pupitre/shared/planning/week.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { createContext, type ReactNode, useContext } from 'react';
import type { Clock } from './week-days';
import type { WeekSearch } from './week-search';

export interface BookedPlace {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
}

/** Where the acts of a week lead: the routes know. Absent: its act is absent too. */
export interface WeekLinks {
  readonly onOpenVisit: (visit: Pick<WeekVisit, 'id' | 'day'>) => void;
  /** A staff meeting or a group session. */
  readonly onOpenMeeting: (meetingId: string, day: LocalDay) => void;
  readonly onOpenDay: (day: LocalDay, resourceId?: string) => void;
  /** `drawnMin` is a length drawn by hand, `roomMin` what is free from the place on. */
  readonly onBook?: (place: BookedPlace, lengths: { drawnMin: number | null; roomMin: number | null }) => void;
  /** F8: the next free place of the column, from a day on. */
  readonly onFindPlace?: (resourceId: string | null, fromDay: LocalDay) => void;
  /** Under the grid, as long as the week is shown. */
  readonly strip?: ReactNode;
}

export interface WeekScreen extends WeekLinks {
  readonly practiceId: string;
  readonly setup: PracticeSetup;
  readonly clock: Clock;
  readonly now: Date;
  /** Monday to Sunday. */
  readonly days: readonly LocalDay[];
  readonly columns: readonly ResourceView[];
  readonly column: ResourceView;
  readonly search: WeekSearch;
  /** Changes the address; `replace` leaves no step behind. */
  readonly go: (part: Partial<WeekSearch>, replace?: boolean) => void;
}

export const WeekContext = createContext<WeekScreen | null>(null);

/** What every part of the week reads; throws outside of it. */
export function useWeek(): WeekScreen {
  const screen = useContext(WeekContext);
  if (!screen) throw new Error('no week on screen');
  return screen;
}
