import { useCallback, useRef } from 'react';

/**
 * The `Idempotency-Key` of one submission. `current()` gives the same key while a form is sent again after a silence,
 * so that the server does the act once; `renew()` is called when the act succeeded or what is sent has changed.
 */
export function useSubmissionKey(): { current: () => string; renew: () => void } {
  const key = useRef<string | null>(null);
  const current = useCallback(() => {
    key.current ??= crypto.randomUUID();
    return key.current;
  }, []);
  const renew = useCallback(() => {
    key.current = null;
  }, []);
  return { current, renew };
}
