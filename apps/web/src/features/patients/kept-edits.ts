import { z } from 'zod';
import type { Side } from '../../lib/conflict';
import { createStore, useStore } from '../../lib/store';
import { cards, type DraftField, type FileDraft } from './file-draft';

type Choices = Readonly<Partial<Record<DraftField, Side>>>;

const fields = z.record(z.string(), z.unknown());

/** A card being edited: what the file said when it began, and what was typed since. */
export const keptEdit = z.object({
  card: z.enum(cards),
  base: fields as unknown as z.ZodType<FileDraft>,
  changes: fields as unknown as z.ZodType<Partial<FileDraft>>,
  /** Version of the file whose conflicting values were shown: the next save keeps what was chosen. */
  seenVersion: z.number().optional(),
  /** Whose value stands, field by field; ours where nothing is said. */
  choices: (z.record(z.string(), z.enum(['mine', 'theirs'])) as unknown as z.ZodType<Choices>).optional(),
});
export type KeptEdit = z.output<typeof keptEdit>;

/** By account and patient, in memory only: leaving the file, a lock or a failure loses nothing. */
const edits = createStore<Readonly<Record<string, KeptEdit>>>({});

export const useKeptEdit = (key: string): KeptEdit | undefined => useStore(edits)[key];

export function keepEdit(key: string, edit: KeptEdit | null): void {
  const { [key]: _, ...others } = edits.get();
  edits.set(edit ? { ...others, [key]: edit } : others);
}
