import { useMemo } from 'react';
import type { Reading } from './use-reading';
import { type WordChoice, wordChoices } from './word-choices';

/** Nothing to choose where nothing can be booked. */
export function useWordChoices(text: string, { vocabulary, mayBook }: Reading): readonly WordChoice[] {
  return useMemo(() => (mayBook ? wordChoices(text, vocabulary) : []), [text, vocabulary, mayBook]);
}
