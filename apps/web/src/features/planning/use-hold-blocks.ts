import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { holdsQuery } from '../../lib/holds.queries';
import { useHoldBlock } from '../../lib/use-hold-block';
import type { HoldBlock } from '../../planner/types';
import { useDayScreen } from './day-screen-context';

/** The places held on the shown day. */
export function useHoldBlocks(): readonly HoldBlock[] {
  const { practiceId, day } = useDayScreen();
  const draw = useHoldBlock();
  const { data } = useQuery(holdsQuery(practiceId, day));
  return useMemo(() => (data ?? []).map((hold) => draw(hold, hold.resourceId)), [data, draw]);
}
