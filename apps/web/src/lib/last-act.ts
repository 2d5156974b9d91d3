import { createStore, useStore } from './store';

export interface LastAct {
  /** The server's id of the act. */
  id: string;
  /** Sentence of the toast: « RDV enregistré : jeudi 5 mars à 10 h 15, Dr Martin. » */
  sentence: string;
  /** Short name for the status bar: « arrivée de M. SIMON ». */
  name: string;
  /** Instant after which the server refuses (`UndoableAct.until`). */
  until: string;
  /** Undoes on the server; rejects with the `ApiProblem` that says why not. */
  undo: () => Promise<unknown>;
}

/** In memory only: the name may be a patient's. */
export const lastActStore = createStore<LastAct | null>(null);

/** Tells the frame what was just done: toast with « Annuler Ctrl+Z », then the status bar for ten minutes. */
export function tellAct(act: LastAct): void {
  lastActStore.set(act);
}

export function forgetAct(): void {
  lastActStore.set(null);
}

export const useLastAct = (): LastAct | null => useStore(lastActStore);
