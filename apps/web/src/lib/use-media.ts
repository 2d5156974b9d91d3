import { useCallback, useSyncExternalStore } from 'react';

/** Phone: only the phone screens. A desk enlarged to 200 % (1280 px seen as 640) stays a desk. */
export const PHONE = '(max-width: 639px)';

/** The panel stands beside the screen; narrower, it covers part of it. */
export const BESIDE_PANEL = '(min-width: 1280px)';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
