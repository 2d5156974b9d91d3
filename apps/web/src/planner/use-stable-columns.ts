import { useState } from 'react';
import { type InColumn, regroup } from './regroup';

const NOTHING: readonly never[] = [];

/** `identity` must be a module-level function. */
export function useStableColumns<T extends InColumn>(
  items: readonly T[],
  identity: (item: T) => string,
): (columnId: string) => readonly T[] {
  const [held, setHeld] = useState(() => ({ items, groups: regroup(items, identity, new Map()) }));
  let current = held;
  if (held.items !== items) {
    current = { items, groups: regroup(items, identity, held.groups) };
    setHeld(current);
  }
  return (columnId) => current.groups.get(columnId) ?? NOTHING;
}
