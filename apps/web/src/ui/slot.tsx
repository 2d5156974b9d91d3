import { type ReactNode, useCallback } from 'react';
import { createPortal } from 'react-dom';
import { createStore, useStore } from '../lib/store';

/** Places of the frame that a screen fills: `Slot` stands in the frame, `Fill` in the screen. */
const places = {
  /** Status bar, after the time: « Pince : 1 RDV ». */
  footStart: createStore<HTMLElement | null>(null),
  /** Status bar, right end: the legend or a note of the screen. */
  footEnd: createStore<HTMLElement | null>(null),
  /** Top bar, before the user: counts of calls, messages. */
  topActs: createStore<HTMLElement | null>(null),
};
export type SlotName = keyof typeof places;

export function Slot({ name, className }: { name: SlotName; className: string }) {
  const ref = useCallback((element: HTMLElement | null) => places[name].set(element), [name]);
  return <span className={className} ref={ref} />;
}

export function Fill({ slot, children }: { slot: SlotName; children: ReactNode }) {
  const element = useStore(places[slot]);
  return element && createPortal(children, element);
}
