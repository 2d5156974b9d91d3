import { createStore, useStore } from '../../lib/store';
import type { QuickDraft } from './quick-draft';

interface Kept {
  /** Account and practice: what one person typed is never shown to the next. */
  owner: string;
  isOpen: boolean;
  /** What was typed in the search; the form makes its first fields of it. */
  text: string;
  draft: QuickDraft | null;
}

const nobody: Kept = { owner: '', isOpen: false, text: '', draft: null };
/** In memory only. Closing the panel keeps what was typed; creating the patient forgets it. */
const kept = createStore<Kept>(nobody);

const ownerOf = (accountId: string, practiceId: string) => `${accountId} ${practiceId}`;

/** Opens the new patient's panel. A text starts a new form; without one, the form left unfinished comes back. */
export function askNewPatient(accountId: string, practiceId: string, text: string): void {
  const owner = ownerOf(accountId, practiceId);
  const left = kept.get().owner === owner ? kept.get().draft : null;
  kept.set({ owner, isOpen: true, text, draft: text ? null : left });
}

export function useNewPatient(accountId: string, practiceId: string): Kept {
  const held = useStore(kept);
  return held.owner === ownerOf(accountId, practiceId) ? held : nobody;
}

export const keepNewPatient = (draft: QuickDraft): void => kept.set({ ...kept.get(), draft });
export const clearNewPatient = (): void => kept.set({ ...kept.get(), text: '', draft: null });
export const closeNewPatient = (): void => kept.set({ ...kept.get(), isOpen: false });
export const forgetNewPatient = (): void => kept.set(nobody);
