import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { sessionQuery } from '../../lib/session';

/** Resolves at once on an open desk, else when the lock screen has been passed or the session is over. */
export function whenUnlocked(client: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const observer = new QueryObserver(client, { ...sessionQuery, enabled: false });
    let leave: (() => void) | undefined;
    const look = () => {
      if (client.getQueryData(sessionQuery.queryKey)?.state === 'locked') return false;
      leave?.();
      resolve();
      return true;
    };
    if (!look()) leave = observer.subscribe(look);
  });
}
