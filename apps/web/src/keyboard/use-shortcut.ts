import { type RefObject, useEffect, useRef } from 'react';
import { registerShortcut, type Shortcut } from './shortcut-registry';

export interface UseShortcut extends Omit<Shortcut, 'within' | 'run'> {
  within?: RefObject<Element | null>;
  run: (event: KeyboardEvent) => void;
  /** False takes the key off, and off the help sheet. */
  enabled?: boolean;
}

/**
 * Gives a key to an act while the component is mounted. Print the same key in the act's button (`<Button keys="F8">`).
 *
 * @example
 * useShortcut({ id: 'day.arrive', keys: 'A', scope: 'focus', within: cardRef, labelKey: 'planning:act.arrive',
 *   groupKey: 'planning:title', run: () => arrive(visit) });
 */
export function useShortcut({ within, run, enabled = true, ...shortcut }: UseShortcut): void {
  const { id, keys, scope, labelKey, groupKey, inFields, overDialogs } = shortcut;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    return registerShortcut({
      id,
      keys,
      scope,
      labelKey,
      groupKey,
      inFields,
      overDialogs,
      within: within && (() => within.current),
      run: (event) => latest.current(event),
    });
  }, [id, keys, scope, labelKey, groupKey, inFields, overDialogs, within, enabled]);
}
