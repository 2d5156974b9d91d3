/**
 * One tab of the browser leads: the one that holds the lock `name`. When it closes, the browser gives the lock to the
 * next; when it was frozen with the lock in its hands, another takes it away.
 */
export interface TabLead {
  isHeld: () => boolean;
  /** For a leader that answers nobody: it learns at its waking that it leads no more, and queues again. */
  take: () => void;
  leave: () => void;
}

/** `lead` starts what only one tab does, and returns its end. */
export function seekLead(name: string, lead: () => () => void): TabLead {
  let end: (() => void) | undefined;
  let letGo: (() => void) | undefined;
  let queued = new AbortController();
  let hasLeft = false;

  const stop = () => {
    end?.();
    letGo?.();
    end = undefined;
    letGo = undefined;
  };
  const hold = () =>
    new Promise<void>((resolve) => {
      // Given in the instant it was left.
      if (hasLeft) return resolve();
      stop();
      letGo = resolve;
      end = lead();
    });
  const queue = () => {
    const own = new AbortController();
    queued = own;
    navigator.locks.request(name, { signal: own.signal }, hold).catch((error: unknown) => {
      if (!own.signal.aborted) lose(error);
    });
  };
  const lose = (error: unknown) => {
    if (hasLeft) return;
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    stop();
    queue();
  };

  queue();
  return {
    isHeld: () => end !== undefined,
    take: () => {
      if (hasLeft || end) return;
      queued.abort();
      navigator.locks.request(name, { steal: true }, hold).catch(lose);
    },
    leave: () => {
      hasLeft = true;
      queued.abort();
      stop();
    },
  };
}
