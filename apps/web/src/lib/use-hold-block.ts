import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldBlock } from '../planner/types';
import { useFormats } from './formats';
import type { SeenHold } from './holds.queries';

/** « Léa BERNARD » is « LB » on the grid. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3);

/** Where others hold a column: my own is where I book. */
export const heldIn = (holds: readonly HoldBlock[], column: string): readonly HoldBlock[] =>
  holds.filter(({ columnId, mine }) => columnId === column && !mine);

/** Draws a held place in a column of the grid, mine with a ring. Words: `planning`. */
export function useHoldBlock(): (hold: SeenHold, columnId: string) => HoldBlock {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  return useCallback(
    ({ id, startMin, endMin, holderName, isMine, expiresAt }, columnId) => {
      const time = formats.timeOfMinutes(startMin);
      const ariaLabel = t(isMine ? 'planner.heldByMe' : 'planner.heldBy', { time, name: holderName });
      const initials = initialsOf(holderName);
      return { id, columnId, startMin, endMin, initials, expiresAt, mine: isMine, ariaLabel };
    },
    [t, formats],
  );
}
