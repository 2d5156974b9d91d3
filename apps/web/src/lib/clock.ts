import { useCallback, useMemo, useSyncExternalStore } from 'react';

let offsetMs = 0;
const watchers = new Set<() => void>();

/** Sets our clock by the server's: a desk's own clock is often wrong, and the demo lives at another hour. */
export function alignClock(serverNow: string): void {
  offsetMs = Date.parse(serverNow) - Date.now();
  for (const watcher of watchers) watcher();
}

/** Now, by the server's clock. */
export const serverNow = (): Date => new Date(Date.now() + offsetMs);

/**
 * Now, renewed at each whole `intervalMs` of the server's clock (60 000 = as the minute changes).
 * The value is the start of the interval, so two components never disagree.
 */
export function useNow(intervalMs: number): Date {
  const subscribe = useCallback(
    (notify: () => void) => {
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => {
        const late = serverNow().getTime() % intervalMs;
        timer = setTimeout(() => {
          notify();
          wait();
        }, intervalMs - late);
      };
      wait();
      watchers.add(notify);
      return () => {
        clearTimeout(timer);
        watchers.delete(notify);
      };
    },
    [intervalMs],
  );
  const at = useSyncExternalStore(subscribe, () => Math.floor(serverNow().getTime() / intervalMs) * intervalMs);
  return useMemo(() => new Date(at), [at]);
}
