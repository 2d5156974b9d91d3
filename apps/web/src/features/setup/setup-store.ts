import { useCallback, useState } from 'react';
import type { TypedSetup } from './setup-draft';

/**
 * What is typed outlives a reload of the tab: names of a practice and of its staff, never of a patient. Gone with the
 * tab, once the practice stands, or when she signs out.
 */
const keyOf = (accountId: string) => `pupitre.setup.${accountId}`;

function kept(accountId: string): TypedSetup | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(accountId)) ?? 'null') as TypedSetup | null;
  } catch {
    return null;
  }
}

export function forgetSetup(accountId: string): void {
  try {
    sessionStorage.removeItem(keyOf(accountId));
  } catch {
    // Storage refused: nothing was kept.
  }
}

export function useTypedSetup(accountId: string, start: () => TypedSetup) {
  const [typed, setTyped] = useState(() => kept(accountId) ?? start());
  const change = useCallback(
    (next: (typed: TypedSetup) => TypedSetup) =>
      setTyped((current) => {
        const changed = next(current);
        try {
          sessionStorage.setItem(keyOf(accountId), JSON.stringify(changed));
        } catch {
          // Storage refused: the page itself keeps it.
        }
        return changed;
      }),
    [accountId],
  );
  return [typed, change] as const;
}

export type ChangeSetup = ReturnType<typeof useTypedSetup>[1];
