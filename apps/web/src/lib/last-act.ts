import { serverNow } from './clock';
import { createStore, useStore } from './store';

/** As long as the server keeps the way back of an act on a visit. */
const UNDO_MS = 10 * 60_000;

export interface LastAct {
  /** The server's id of the act. */
  id: string;
  /** Sentence of the toast: « RDV enregistré : jeudi 5 mars à 10 h 15, Dr Martin. » */
  sentence: string;
  /** Short name for the status bar: « arrivée de M. SIMON ». */
  name: string;
  /** Instant after which the server refuses (`UndoableAct.until`). */
  until: string;
  /** Undoes on the server; rejects with the `ApiProblem` that says why not. A text it answers is said beside « Annulé ». */
  undo: () => Promise<unknown>;
}

/** In memory only: the name may be a patient's. */
export const lastActStore = createStore<LastAct | null>(null);

/** Tells the frame what was just done: toast with « Annuler Ctrl+Z », then the status bar for ten minutes. */
export function tellAct(act: LastAct): void {
  lastActStore.set(act);
}

/** An act whose way back is another call of its own. */
export function tellOwnAct(act: Omit<LastAct, 'id' | 'until'>): void {
  tellAct({ ...act, id: crypto.randomUUID(), until: new Date(serverNow().getTime() + UNDO_MS).toISOString() });
}

/** Every act forgets the one before it as soon as the server has it (`callApi`): there may be no way back of its own. */
export function forgetAct(): void {
  lastActStore.set(null);
}

export const useLastAct = (): LastAct | null => useStore(lastActStore);
