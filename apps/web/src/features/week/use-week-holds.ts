import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type SeenHold, weekHoldsQuery } from '../../lib/holds.queries';
import { useHoldBlock } from '../../lib/use-hold-block';
import type { HoldBlock } from '../../planner/types';
import type { WeekScreen } from './week-context';

const none: readonly SeenHold[] = [];

/** The places of the week held at this moment, by whoever: news of a hold name its day, and read them again. */
export function useWeekHolds({ practiceId, days, column }: WeekScreen): readonly SeenHold[] {
  return useQuery(weekHoldsQuery(practiceId, days, column.id)).data ?? none;
}

/** A column a day. */
export function useHoldBlocks(holds: readonly SeenHold[]): readonly HoldBlock[] {
  const draw = useHoldBlock();
  return useMemo(() => holds.map((hold) => draw(hold, hold.day)), [holds, draw]);
}
