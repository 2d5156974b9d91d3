import type { BundleKind } from '@pupitre/shared/planning/bundle.contract';
import { useCallback } from 'react';
import { useMembership, useSession } from '../../lib/session';
import { createStore, useStore } from '../../lib/store';

interface Held {
  /** Account and practice: what one person opened is never shown to the next. */
  readonly owner: string;
  readonly kind: BundleKind | null;
}

const held = createStore<Held>({ owner: '', kind: null });
const useOwner = () => `${useSession().account.id} ${useMembership().practiceId}`;

/** Opens the panel of chained visits, or of a family; null closes it. */
export function useAskBundle(): (kind: BundleKind | null) => void {
  const owner = useOwner();
  return useCallback((kind) => held.set({ owner, kind }), [owner]);
}

export function useBundleAsked(): BundleKind | null {
  const owner = useOwner();
  const { owner: whose, kind } = useStore(held);
  return whose === owner ? kind : null;
}
