import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type LiveState, openLiveStream } from './live-stream';
import { invalidateFor, invalidatePractice } from './live-topics';

type Told =
  | { kind: 'state'; state: LiveState }
  | { kind: 'event'; event: LiveEvent }
  | { kind: 'back' }
  | { kind: 'ask' };

/**
 * One stream a browser: the tab that holds the lock listens to the server and tells the others.
 * When it closes, the browser gives the lock to the next tab, which opens the stream and reads everything again.
 */
export function joinLive(practiceId: string, hear: (told: Told) => void): () => void {
  const name = `pupitre-live:${practiceId}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let release: (() => void) | undefined;
  let lastState: LiveState | undefined;

  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind !== 'ask') hear(data);
    else if (release && lastState) channel.postMessage({ kind: 'state', state: lastState } satisfies Told);
  };
  channel.postMessage({ kind: 'ask' } satisfies Told);

  const tell = (told: Told) => {
    if (told.kind === 'state') lastState = told.state;
    hear(told);
    channel.postMessage(told);
  };
  const lead = () =>
    new Promise<void>((resolve) => {
      const close = openLiveStream(practiceId, {
        onState: (state) => tell({ kind: 'state', state }),
        onEvent: (event) => tell({ kind: 'event', event }),
        onBack: () => tell({ kind: 'back' }),
      });
      // A former leader may have missed what happened while it closed.
      tell({ kind: 'back' });
      release = () => {
        close();
        resolve();
      };
    });
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });

  return () => {
    if (release) release();
    else leaving.abort();
    channel.close();
  };
}

/** Keeps the copies of a practice fresh while `active` (not locked), and says how the line is. */
export function useLive(practiceId: string, active: boolean): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>({ kind: 'live' });
  useEffect(() => {
    if (!active) return;
    return joinLive(practiceId, (told) => {
      if (told.kind === 'state') setState(told.state);
      else if (told.kind === 'event') invalidateFor(client, practiceId, told.event);
      else if (told.kind === 'back') invalidatePractice(client, practiceId);
    });
  }, [client, practiceId, active]);
  return state;
}
