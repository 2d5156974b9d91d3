import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type LiveReturn, type LiveState, openLiveStream } from './live-stream';
import { invalidateFor, invalidateOpened, invalidatePractice, refetchVisibleDays } from './live-topics';
import { seekLead } from './tab-lead';

type Told =
  | { kind: 'state'; state: LiveState; cursor: string | undefined }
  | { kind: 'event'; event: LiveEvent }
  | { kind: 'cursor'; cursor: string }
  | { kind: 'back'; how: LiveReturn }
  | { kind: 'ask' };

/** A living leader answers at once; a tab in the background may be slow, never this slow. */
const PATIENCE_MS = 2_500;
const CHECK_EVERY_MS = 15_000;

/**
 * One stream a browser: the tab that leads listens to the server and tells the others, with how far it has heard.
 * Whoever leads after it starts from there, so nothing is lost between the two.
 */
export function joinLive(practiceId: string, hear: (told: Told) => void): () => void {
  const name = `pupitre-live:${practiceId}`;
  const channel = new BroadcastChannel(name);
  let cursor: string | undefined;
  let lastState: LiveState = { kind: 'live' };
  let hasJoined = false;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const tell = (told: Told) => {
    hear(told);
    channel.postMessage(told);
  };
  const lead = seekLead(name, () => {
    hasJoined = true;
    clearTimeout(patience);
    return openLiveStream(practiceId, cursor, {
      onState: (state) => {
        lastState = state;
        tell({ kind: 'state', state, cursor });
      },
      onEvent: (event) => tell({ kind: 'event', event }),
      onBack: (how) => tell({ kind: 'back', how }),
      onCursor: (heard) => {
        cursor = heard;
        channel.postMessage({ kind: 'cursor', cursor } satisfies Told);
      },
    });
  });

  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'ask') {
      if (lead.isHeld()) channel.postMessage({ kind: 'state', state: lastState, cursor } satisfies Told);
      return;
    }
    clearTimeout(patience);
    if (data.kind === 'cursor' || data.kind === 'state') cursor = data.cursor ?? cursor;
    hear(data);
    if (!hasJoined) hear({ kind: 'back', how: 'replayed' });
    hasJoined = true;
  };
  const ask = () => {
    if (lead.isHeld() || document.visibilityState !== 'visible') return;
    clearTimeout(patience);
    patience = setTimeout(lead.take, PATIENCE_MS);
    channel.postMessage({ kind: 'ask' } satisfies Told);
  };
  const check = setInterval(ask, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', ask);
  ask();

  return () => {
    clearInterval(check);
    clearTimeout(patience);
    document.removeEventListener('visibilitychange', ask);
    lead.leave();
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
      else if (told.kind === 'back' && told.how === 'replayed') refetchVisibleDays(client, practiceId);
      else if (told.kind === 'back' && told.how === 'opened') invalidateOpened(client, practiceId);
      else if (told.kind === 'back') invalidatePractice(client, practiceId);
    });
  }, [client, practiceId, active]);
  return state;
}
