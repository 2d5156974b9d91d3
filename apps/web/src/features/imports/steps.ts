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

/** What the writing will make: nothing that is not decided is imported. */
export function willWrite({ counts }: Pick<ImportView, 'counts'>) {
  const { create, match, filling, doubtful, refuse, decided } = counts;
  const created = create + decided.create;
  return {
    created,
    /** Patients already there, whose empty fields are filled. */
    completed: filling + decided.same,
    /** Patients already there, of whom the file says nothing new. */
    unchanged: match - filling,
    /** Lines left out: refused, or doubtful and not decided, or left on purpose. */
    left: refuse + doubtful - decided.create - decided.same,
    /** Lines the button counts. */
    lines: created + match + decided.same,
    undecided: doubtful - decided.create - decided.same - decided.skip,
  };
}
