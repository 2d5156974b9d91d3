import { pathOf } from '@pupitre/shared/contract/endpoint';
import { type LiveEvent, listenLive, liveBye, liveEvent, liveReady } from '@pupitre/shared/live/live.contract';
import { serverNow } from './clock';

/** `since`: milliseconds of the server's clock. */
export type LiveState = { kind: 'live' } | { kind: 'reconnecting'; since: number } | { kind: 'offline'; since: number };

/**
 * The line is there, again or at last: what was missed has been told, or everything is to be read again; `opened`, what
 * was read in the moment before it.
 */
export type LiveReturn = 'replayed' | 'resync' | 'opened';

export interface LiveListeners {
  onState: (state: LiveState) => void;
  onEvent: (event: LiveEvent) => void;
  onBack: (how: LiveReturn) => void;
  /** How far this browser has heard: what is given back at the next opening, by whichever tab does it. */
  onCursor: (cursor: string) => void;
}

/** The server pings every 20 s: two missed pings are a dead line, whatever the browser believes. */
const SILENCE_MS = 45_000;
/** Below this the desk is told « Reconnexion… », above it « Hors ligne depuis… ». */
const OFFLINE_AFTER_MS = 15_000;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/** One EventSource that never gives up, and goes on from where it was. Returns its end. */
export function openLiveStream(practiceId: string, from: string | undefined, listeners: LiveListeners): () => void {
  let source: EventSource | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let offline: ReturnType<typeof setTimeout> | undefined;
  let lostAt: number | undefined;
  let tries = 0;
  let cursor = from;
  let wasReady = false;

  const heard = ({ lastEventId }: { lastEventId?: string } = {}) => {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE_MS);
    if (!lastEventId || lastEventId === cursor) return;
    cursor = lastEventId;
    listeners.onCursor(cursor);
  };

  const ready = (message: MessageEvent<string>) => {
    clearTimeout(offline);
    lostAt = undefined;
    tries = 0;
    listeners.onState({ kind: 'live' });
    const { data } = liveReady.safeParse(JSON.parse(message.data));
    const isFirst = cursor === undefined && !wasReady;
    wasReady = true;
    listeners.onBack(isFirst ? 'opened' : (data?.state ?? 'resync'));
    heard(message);
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
    // Two hundred desks that lost the same server do not come back on the same millisecond.
    const waitMs = RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)] ?? 0;
    retry = setTimeout(open, waitMs * (0.75 + Math.random() / 2));
  };

  /** A server that stops in good order: another one, or the same, is asked at its hour, and nobody is alarmed. */
  const bye = (message: MessageEvent<string>) => {
    const { data } = liveBye.safeParse(JSON.parse(message.data));
    if (!data) return lost();
    source?.close();
    clearTimeout(retry);
    retry = setTimeout(open, data.retryMs);
  };

  const open = () => {
    clearTimeout(retry);
    source?.close();
    const query = cursor ? `?since=${encodeURIComponent(cursor)}` : '';
    source = new EventSource(`/api${pathOf(listenLive, { practiceId })}${query}`);
    source.onopen = () => heard();
    source.onerror = lost;
    source.addEventListener('ready', ready);
    source.addEventListener('ping', heard);
    source.addEventListener('bye', bye);
    // The server itself could not tell what was missed: everything on screen is read again.
    source.addEventListener('resync', (message: MessageEvent<string>) => {
      listeners.onBack('resync');
      heard(message);
    });
    source.addEventListener('change', (message: MessageEvent<string>) => {
      const event = liveEvent.safeParse(JSON.parse(message.data));
      if (event.success) listeners.onEvent(event.data);
      // After it is told: a tab that takes over never starts beyond what the others have.
      heard(message);
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
