import type { WaitingEntry } from '@pupitre/shared/planning/waiting-list.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useCallback } from 'react';
import { useMembership, useSession } from '../../lib/session';
import { createStore, useStore } from '../../lib/store';

/** Who is put on the list: a hit of a search, or what a card knows of her. */
export type WaitingPatient = Pick<
  WaitingEntry['patient'],
  'id' | 'usedName' | 'birthName' | 'firstName' | 'sex' | 'birthDate'
>;
/** The visit she would give back. */
export type VisitGivenBack = NonNullable<WaitingEntry['current']>;

export interface WaitingPlace {
  readonly resourceId: string;
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
  /** The free stretch it is cut from: whoever is called next may need more of it. */
  readonly hole?: { readonly startMin: number; readonly endMin: number };
}

/** What a new entry begins with; what is absent is for the form to ask. */
export interface WaitingStart {
  readonly patient?: WaitingPatient;
  readonly motifId?: string;
  readonly durationMin?: number;
  readonly resourceIds?: readonly string[];
  readonly fromDay?: LocalDay;
  readonly toDay?: LocalDay | null;
  readonly visit?: VisitGivenBack;
}

export type WaitingAsk =
  | { readonly kind: 'new'; readonly start: WaitingStart }
  | { readonly kind: 'entry' | 'edit'; readonly entryId: string }
  /** Somebody is called for a place. */
  | { readonly kind: 'call'; readonly entryId: string; readonly place: WaitingPlace };

interface Held {
  /** Account and practice: what one person opened is never shown to the next. */
  readonly owner: string;
  readonly ask: WaitingAsk | null;
  /** Grows each time: the same thing asked for again opens anew. */
  readonly asked: number;
}

const held = createStore<Held>({ owner: '', ask: null, asked: 0 });
let opener: Element | null = null;

const ownerOf = (accountId: string, practiceId: string) => `${accountId} ${practiceId}`;

/** Opens a panel of the waiting list, on any screen; null closes it and gives the focus back. */
export function useAskWaiting(): (ask: WaitingAsk | null) => void {
  const { account } = useSession();
  const { practiceId } = useMembership();
  return useCallback(
    (ask) => {
      const { ask: before, asked } = held.get();
      if (ask && !before) opener = document.activeElement;
      held.set({ owner: ownerOf(account.id, practiceId), ask, asked: asked + 1 });
      if (!ask && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [account.id, practiceId],
  );
}

/** Closes without giving the focus back: the person has gone elsewhere on purpose. */
export function leaveWaiting(): void {
  opener = null;
  if (held.get().ask) held.set({ ...held.get(), ask: null });
}

export function useWaitingAsk(): { ask: WaitingAsk | null; asked: number } {
  const { account } = useSession();
  const { practiceId } = useMembership();
  const { owner, ask, asked } = useStore(held);
  return { ask: owner === ownerOf(account.id, practiceId) ? ask : null, asked };
}
