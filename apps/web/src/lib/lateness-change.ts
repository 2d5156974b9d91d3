import type { DayView } from '@pupitre/shared/planning/appointment.contract';
import { setLateness } from '@pupitre/shared/planning/lateness.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { type QueryClient, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { callApi } from './api-client';
import { ApiProblem } from './api-problem';
import { serverNow } from './clock';
import { tellAct } from './last-act';
import { practiceKey } from './query-client';
import type { ActWords } from './visit-change';

/** As the server: never an advance, never above four hours. */
const MOST_MINUTES = 240;
/** As for the acts on a visit. */
const UNDO_MS = 10 * 60_000;
export const boundedLateness = (minutes: number): number => Math.max(0, Math.min(MOST_MINUTES, minutes));

interface LatenessChange {
  resourceId: string;
  day: LocalDay;
  addMinutes: number;
}

const changeKey = (practiceId: string) => ['lateness', practiceId] as const;

type OwnDay = { day: LocalDay; resourceId: string; latenessMinutes: number };

function placeLateness(client: QueryClient, practiceId: string, day: LocalDay, resourceId: string, minutes: number) {
  client.setQueryData<DayView>(
    practiceKey(practiceId, 'planning', 'day', day),
    (held) =>
      held && {
        ...held,
        lateness: [
          ...held.lateness.filter((row) => row.resourceId !== resourceId),
          ...(minutes > 0 ? [{ resourceId, minutes }] : []),
        ],
      },
  );
  client.setQueryData<OwnDay>(practiceKey(practiceId, 'planning', 'my-day', day), (held) =>
    held?.resourceId === resourceId ? { ...held, latenessMinutes: minutes } : held,
  );
}

/** Changes whose answer never came, by what they ask: asked again at once, each is sent with the key it had. */
const unanswered = new Map<string, { readonly key: string; readonly until: number }>();
/** Later it is another five minutes. */
const AGAIN_MS = 30_000;

/** Sends a change of lateness. Pressed again after a lost answer, it counts once. Rejects with `ApiProblem`. */
export async function sendLateness(practiceId: string, { resourceId, day, addMinutes }: LatenessChange) {
  const asked = `${practiceId} ${resourceId} ${day} ${addMinutes}`;
  const lost = unanswered.get(asked);
  const idempotencyKey = lost && Date.now() < lost.until ? lost.key : crypto.randomUUID();
  unanswered.delete(asked);
  try {
    const params = { practiceId, resourceId };
    return await callApi(setLateness, { params, body: { day, addMinutes }, idempotencyKey });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 0) {
      unanswered.set(asked, { key: idempotencyKey, until: Date.now() + AGAIN_MS });
    }
    throw error;
  }
}

/**
 * Adds to the lateness of a column (or takes from it), shown at once by `usePendingLateness`, and offers the way back.
 * `wordsOf` says the minutes the server now holds: two desks that press together both count. Rejects with `ApiProblem`.
 */
export function useLatenessAct(
  practiceId: string,
): (change: LatenessChange, shown: number, wordsOf: (minutes: number) => ActWords) => Promise<void> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationKey: changeKey(practiceId),
    scope: { id: `lateness:${practiceId}` },
    gcTime: 0,
    mutationFn: (change: LatenessChange) => sendLateness(practiceId, change),
    onSuccess: ({ resourceId, minutes }, { day }) => placeLateness(client, practiceId, day, resourceId, minutes),
  });
  return useCallback(
    async (change, shown, wordsOf) => {
      const { minutes } = await mutateAsync(change);
      // At a bound the server kept a part of it only.
      const isBounded = minutes === 0 || minutes === MOST_MINUTES;
      const kept = isBounded ? minutes - shown : change.addMinutes;
      tellAct({
        id: crypto.randomUUID(),
        until: new Date(serverNow().getTime() + UNDO_MS).toISOString(),
        ...wordsOf(minutes),
        undo: () => mutateAsync({ ...change, addMinutes: -kept }),
      });
    },
    [mutateAsync],
  );
}

/** Minutes to add to what was read of each column, for the changes on their way. */
export function usePendingLateness(practiceId: string): ReadonlyMap<string, number> {
  const pending = useMutationState({
    filters: { mutationKey: changeKey(practiceId), status: 'pending' },
    select: ({ state }) => state.variables as LatenessChange,
  });
  const sums = new Map<string, number>();
  for (const { resourceId, addMinutes } of pending) {
    sums.set(resourceId, (sums.get(resourceId) ?? 0) + addMinutes);
  }
  return sums;
}
