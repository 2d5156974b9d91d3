import { createStore, useStore } from '../../lib/store';
import type { CardId, FileDraft } from './file-draft';

/** A card being edited: what the file said when it began, and what was typed since. */
export interface KeptEdit {
  card: CardId;
  base: FileDraft;
  changes: Partial<FileDraft>;
  /** Version of the file whose conflicting values were shown at a save: the next one keeps ours. */
  seenVersion?: number;
}

/** By account and patient, in memory only: leaving the file, a lock or a failure loses nothing. */
const edits = createStore<Readonly<Record<string, KeptEdit>>>({});

export const useKeptEdit = (key: string): KeptEdit | undefined => useStore(edits)[key];

export function keepEdit(key: string, edit: KeptEdit | null): void {
  const { [key]: _, ...others } = edits.get();
  edits.set(edit ? { ...others, [key]: edit } : others);
}
