import type { ReactNode } from 'react';
import { createStore } from './store';

export interface Toast {
  id: number;
  text: ReactNode;
  act?: { label: string; keys?: string; run: () => void };
}

export const toastStore = createStore<Toast | null>(null);
let count = 0;

/** Shows one sentence for ten seconds; a newer one replaces it. Returns what `hideToast` takes. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  count += 1;
  toastStore.set({ ...toast, id: count });
  return count;
}

export function hideToast(id: number): void {
  if (toastStore.get()?.id === id) toastStore.set(null);
}
