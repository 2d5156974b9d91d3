import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import type { HoldBlock } from '../../planner/types';
import { useDayScreen } from './day-screen-context';
import { holdsQuery } from './holds.queries';

/** « Léa BERNARD » is « LB » on the grid. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3);

/** The places held on the shown day, mine with a ring. */
export function useHoldBlocks(): readonly HoldBlock[] {
  const { practiceId, day } = useDayScreen();
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { data } = useQuery(holdsQuery(practiceId, day));
  return useMemo(
    () =>
      (data ?? []).map(({ id, resourceId, startMin, endMin, holderName, isMine, expiresAt }): HoldBlock => {
        const time = formats.timeOfMinutes(startMin);
        const ariaLabel = t(isMine ? 'planner.heldByMe' : 'planner.heldBy', { time, name: holderName });
        const initials = initialsOf(holderName);
        return { id, columnId: resourceId, startMin, endMin, initials, expiresAt, mine: isMine, ariaLabel };
      }),
    [data, t, formats],
  );
}
