import type { AgendaImport } from '@pupitre/shared/import/agenda/agenda-import.contract';
import type { ImportView } from '@pupitre/shared/import/import.contract';

export const steps = ['file', 'columns', 'preview', 'writing'] as const;
export type Step = (typeof steps)[number];

type Told = Pick<ImportView, 'state' | 'failure'>;

/** Where an import stands, from what the server says: a page loaded again comes back to the same step. */
export function stepOf({ state, failure }: Told): Step {
  switch (state) {
    case 'uploading':
      return 'file';
    case 'to_map':
      return 'columns';
    case 'checking':
    case 'checked':
      return 'preview';
    case 'failed':
      return failure === 'changed_since_check' ? 'preview' : 'file';
    case 'cancelled':
      return 'file';
    default:
      return 'writing';
  }
}

/** What is read of the file so far, from 0 to 1; of an empty file, everything. */
export const shareRead = (bytesRead: number, bytes: number): number =>
  bytes <= 0 ? 1 : Math.min(1, Math.max(0, bytesRead / bytes));

/**
 * Seconds left at the pace so far; null while nothing can be told: less than a second gone, or less than a fiftieth read.
 */
export function secondsLeft(share: number, startedAt: string, at: string): number | null {
  const spentMs = Date.parse(at) - Date.parse(startedAt);
  if (spentMs < 1000 || share < 0.02) return null;
  return Math.max(1, Math.round((spentMs * (1 - share)) / share / 1000));
}

/** What the writing will make, in lines of the file; what each number means depends on what the file holds. */
export interface WillWrite {
  readonly created: number;
  /** Already there, and completed or changed. */
  readonly completed: number;
  /** Already there, of which the file says nothing new. */
  readonly unchanged: number;
  /** Lines left out: refused, or doubtful and not decided, or left on purpose. */
  readonly left: number;
  /** Lines the button counts. */
  readonly lines: number;
  readonly undecided: number;
}

/** Of a file of patients: nothing that is not decided is imported. */
export function willWrite({ counts }: Pick<ImportView, 'counts'>): WillWrite {
  const { create, match, filling, doubtful, refuse, decided } = counts;
  const created = create + decided.create;
  return {
    created,
    completed: filling + decided.same,
    unchanged: match - filling,
    left: refuse + doubtful - decided.create - decided.same,
    lines: created + match + decided.same,
    undecided: doubtful - decided.create - decided.same - decided.skip,
  };
}

/** Of a calendar: a visit, or time without a patient. What an earlier import made is left as it is. */
export function willBook(
  { counts }: Pick<ImportView, 'counts'>,
  decided: AgendaImport['counts']['decided'],
): WillWrite {
  const created = counts.create + decided.link + decided.block;
  return {
    created,
    completed: 0,
    unchanged: counts.match,
    left: counts.refuse + counts.doubtful - decided.link - decided.block,
    lines: created,
    undecided: counts.doubtful - decided.link - decided.block - decided.skip,
  };
}
