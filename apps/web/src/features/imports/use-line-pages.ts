import type { ImportView } from '@pupitre/shared/import/import.contract';
import type { ImportVerdict } from '@pupitre/shared/import/import-codes';
import { useState } from 'react';
import { type LineQuestion, PAGE_LINES, seenOf } from './imports.queries';

/** Where one is among the pages of staged lines of a verdict, and the way back. */
export function useLinePages(view: ImportView, verdict: ImportVerdict | null) {
  const { counts } = view;
  /** First line after which each page begins. */
  const [starts, setStarts] = useState<readonly number[]>([0]);
  const total = verdict ? counts[verdict] : counts.create + counts.match + counts.doubtful + counts.refuse;
  // A page that is full is read once; one that is not is read again as lines come.
  const available = Math.max(0, Math.min(PAGE_LINES, total - (starts.length - 1) * PAGE_LINES));
  const question: LineQuestion = { verdict, undecided: false, afterLine: starts.at(-1) ?? 0 };
  return {
    question,
    seen: seenOf(view, available),
    isFirst: starts.length === 1,
    goAfter: (line: number) => setStarts([...starts, line]),
    goBack: () => setStarts(starts.slice(0, -1)),
  };
}
export type LinePages = ReturnType<typeof useLinePages>;
