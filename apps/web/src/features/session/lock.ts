import { lockSession, noteActivity } from '@pupitre/shared/session/session.contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callApi } from '../../lib/api-client';
import { flushSoon } from '../../lib/server-drafts';
import { sessionQuery } from '../../lib/session';
import { createStore, useStore } from '../../lib/store';

/** Browser time at which this desk was seen to be locked; null when nobody here saw it. */
const lockedAt = createStore<number | null>(null);

export const useLockedAt = (): number | null => useStore(lockedAt);

/** Covers the screen at once; the server is what refuses the calls. */
export function showLocked(client: QueryClient): void {
  lockedAt.set(lockedAt.get() ?? Date.now());
  client.setQueryData(sessionQuery.queryKey, (held) => held && { ...held, state: 'locked' as const });
}

export function showUnlocked(): void {
  lockedAt.set(null);
}

/** Locks here and on the server. The cover does not wait for the answer: somebody may be looking. */
export function useLock(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    // What was being typed leaves first: a locked session keeps nothing.
    const flushed = flushSoon();
    showLocked(client);
    const lock = () => callApi(lockSession, {}).catch(() => undefined);
    void flushed.then(lock);
  }, [client]);
}

/** Ctrl+F10, from anywhere. */
export function useLockKey(): void {
  useShortcut({
    id: 'frame.lock',
    keys: 'Ctrl+F10',
    scope: 'global',
    overDialogs: true,
    labelKey: 'keyboard:frame.lock',
    groupKey: 'keyboard:frame.title',
    run: useLock(),
  });
}

/** The server counts the minutes; telling it more often than this would only cost. */
const TELL_EVERY_MS = 60_000;
const INPUTS = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * Tells the server that somebody is at the desk, and asks it whether the desk is locked once nobody has been for
 * `lockAfterMinutes` (another tab may have been in use meanwhile, so the server decides).
 */
export function useActivity(active: boolean, lockAfterMinutes: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!active) return;
    const patienceMs = lockAfterMinutes * 60_000;
    let toldAt = 0;
    let idle: ReturnType<typeof setTimeout>;
    const ask = () => {
      void client.refetchQueries({ queryKey: sessionQuery.queryKey });
      idle = setTimeout(ask, TELL_EVERY_MS);
    };
    const noteInput = () => {
      clearTimeout(idle);
      // A little later than the server, so that the answer is « locked » and not « almost ».
      idle = setTimeout(ask, patienceMs + 2_000);
      if (Date.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = Date.now();
      callApi(noteActivity, {}).catch(() => undefined);
    };
    idle = setTimeout(ask, patienceMs + 2_000);
    for (const input of INPUTS) addEventListener(input, noteInput, { passive: true, capture: true });
    return () => {
      clearTimeout(idle);
      for (const input of INPUTS) removeEventListener(input, noteInput, { capture: true });
    };
  }, [client, active, lockAfterMinutes]);
}
