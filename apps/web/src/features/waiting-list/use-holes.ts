import type { WaitingEntry, WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMembership } from '../../lib/session';
import { createStore, useStore } from '../../lib/store';
import { holeKey, holesToShow } from './hole-order';
import { fitsQuery } from './waiting-list.queries';

interface Looked {
  /** Days and columns looked at. */
  readonly where: string;
  readonly keys: readonly string[];
  readonly fresh: readonly string[];
}

/** Kept from screen to screen: what one put aside comes back when it changes, not when one turns the page. */
const putAside = createStore<ReadonlySet<string>>(new Set());

/** The holes of some days that suit somebody, the one that has just opened first. */
export function useHoles(fromDay: string, toDay: string, resourceIds: readonly string[]) {
  const { practiceId } = useMembership();
  const question = { fromDay, toDay, resourceIds: [...resourceIds].sort() };
  const { data } = useQuery({ ...fitsQuery(practiceId, question), enabled: resourceIds.length > 0 });
  const aside = useStore(putAside);
  const where = JSON.stringify(question);
  const [looked, setLooked] = useState<Looked>({ where: '', keys: [], fresh: [] });
  const holes = data?.holes;
  const keys = holes?.map(holeKey);
  if (keys && (looked.where !== where || looked.keys.join() !== keys.join())) {
    // On the first look nothing has just opened.
    const fresh = looked.where === where ? keys.filter((key) => !looked.keys.includes(key)) : [];
    setLooked({ where, keys, fresh: fresh.length > 0 ? fresh : looked.fresh.filter((key) => keys.includes(key)) });
  }
  const shown = holesToShow(holes ?? [], looked.fresh, aside);
  const entries = new Map<string, WaitingEntry>(data?.entries.map((entry) => [entry.id, entry]));
  return {
    holes: shown,
    entries,
    hasFresh: looked.fresh.length > 0,
    dismiss: (gone: readonly WaitingHole[]) => putAside.set(new Set([...aside, ...gone.map(holeKey)])),
  };
}
