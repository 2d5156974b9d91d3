import { useCallback } from 'react';
import { createStore, useStore } from '../../lib/store';

/**
 * What is being typed, by key, kept while other screens are visited and until it is saved or given up.
 * In memory only: a note may be private.
 */
export function createDrafts<Draft>() {
  const store = createStore<ReadonlyMap<string, Draft>>(new Map());
  return function useDraft(key: string): [Draft | undefined, (draft: Draft | undefined) => void] {
    const draft = useStore(store).get(key);
    const keep = useCallback(
      (next: Draft | undefined) => {
        const others = [...store.get()].filter(([other]) => other !== key);
        store.set(new Map(next === undefined ? others : [...others, [key, next]]));
      },
      [key],
    );
    return [draft, keep];
  };
}
