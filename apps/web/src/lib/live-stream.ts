import { pathOf } from '@pupitre/shared/contract/endpoint';
import { type LiveEvent, listenLive, liveEvent } from '@pupitre/shared/live/live.contract';
import { serverNow } from './clock';

/** `since`: milliseconds of the server's clock. */
export type LiveState = { kind: 'live' } | { kind: 'reconnecting'; since: number } | { kind: 'offline'; since: number };

export interface LiveListeners {
  onState: (state: LiveState) => void;
  onEvent: (event: LiveEvent) => void;
  /** The stream is back after a silence. */
  onBack: () => void;
}

/** The server pings every 20 s: two missed pings are a dead line, whatever the browser believes. */
const SILENCE_MS = 45_000;
/** Below this the desk is told « Reconnexion… », above it « Hors ligne depuis… ». */
const OFFLINE_AFTER_MS = 15_000;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/** One EventSource that never gives up. Returns its end. */
export function openLiveStream(practiceId: string, listeners: LiveListeners): () => void {
  let source: EventSource | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let offline: ReturnType<typeof setTimeout> | undefined;
  let lostAt: number | undefined;
  let tries = 0;

  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE_MS);
    if (lostAt === undefined) return listeners.onState({ kind: 'live' });
    clearTimeout(offline);
    lostAt = undefined;
    tries = 0;
    listeners.onState({ kind: 'live' });
    listeners.onBack();
  };

  const lost = () => {
    source?.close();
    clearTimeout(silence);
    if (lostAt === undefined) {
      const since = serverNow().getTime();
      lostAt = since;
      listeners.onState({ kind: 'reconnecting', since });
      offline = setTimeout(() => listeners.onState({ kind: 'offline', since }), OFFLINE_AFTER_MS);
    }
    clearTimeout(retry);
    retry = setTimeout(open, RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]);
  };

  const open = () => {
    clearTimeout(retry);
    source?.close();
    source = new EventSource(`/api${pathOf(listenLive, { practiceId })}`);
    source.onopen = heard;
    source.onerror = lost;
    source.addEventListener('ping', heard);
    source.addEventListener('bye', lost);
    // The server cannot tell what was missed: everything on screen is read again.
    source.addEventListener('resync', () => listeners.onBack());
    source.addEventListener('change', (message: MessageEvent<string>) => {
      heard();
      const event = liveEvent.safeParse(JSON.parse(message.data));
      if (event.success) listeners.onEvent(event.data);
    });
  };

  const reopen = () => lostAt !== undefined && open();
  addEventListener('online', reopen);
  open();
  return () => {
    removeEventListener('online', reopen);
    for (const timer of [silence, retry, offline]) clearTimeout(timer);
    source?.close();
  };
}
