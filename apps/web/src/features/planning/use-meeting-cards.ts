import { useMemo } from 'react';
import { useMeetingCard } from '../../lib/use-meeting-card';
import type { PlannerCard } from '../../planner/types';
import type { ColumnDay } from './column-days';

/** Staff meetings and sessions as cards of the day. */
export function useMeetingCards(columns: readonly ColumnDay[]): readonly PlannerCard[] {
  const { card } = useMeetingCard();
  return useMemo(
    () =>
      columns.flatMap(({ resource, meetings }) =>
        meetings.map((meeting) => card(meeting, resource.id, resource.shortName)),
      ),
    [columns, card],
  );
}
