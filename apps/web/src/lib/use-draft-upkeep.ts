import { useEffect } from 'react';
import { flushDrafts, pauseDrafts, resumeDrafts } from './server-drafts';
import { useIsLocked, useSession } from './session';

/** For the frame: drafts leave before the page does, wait behind a lock, and go on when their owner is back. */
export function useDraftUpkeep(): void {
  const { account } = useSession();
  const isLocked = useIsLocked();
  useEffect(() => {
    if (isLocked) pauseDrafts();
    else resumeDrafts(account.id);
  }, [isLocked, account.id]);
  useEffect(() => {
    const leave = () => void flushDrafts(true);
    const hide = () => document.visibilityState === 'hidden' && leave();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, []);
}
