import type { AgendaTrait } from '@pupitre/shared/import/agenda/agenda-codes';
import type { ColumnChoice } from '@pupitre/shared/import/agenda/agenda-columns';
import type { VisitContext } from '@pupitre/shared/import/agenda/visit-words';
import type { CalendarIndex } from '@pupitre/shared/import/ics/calendar-index';
import type { WorkBudget } from '@pupitre/shared/import/ics/recurrence-days';
import type { WallClock } from '@pupitre/shared/import/ics/zone-clock';
import type { PracticeSetup, StoredAgenda } from './agenda-setup.repository.js';

/** Values that may tell a column, with how many events have them. */
export type TraitCounts = Map<string, { readonly by: AgendaTrait; readonly value: string; events: number }>;

/** What is known of a file while its events are judged. */
export interface AgendaReading {
  readonly importId: string;
  readonly index: CalendarIndex;
  readonly setup: PracticeSetup;
  readonly agenda: StoredAgenda;
  readonly choices: ReadonlyMap<string, ColumnChoice>;
  readonly clockOf: (zoneId: string | null) => WallClock | null;
  readonly budget: WorkBudget;
  readonly words: VisitContext;
  readonly now: Date;
  past: number;
  later: number;
}
