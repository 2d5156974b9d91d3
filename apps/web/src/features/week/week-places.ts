import { intervalsOverlap } from '@pupitre/shared/planning/interval';
import type { WeekView, WeekVisit } from '@pupitre/shared/planning/week.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { QueryClient } from '@tanstack/react-query';
import type { SeenHold } from '../../lib/holds.queries';
import { practiceKey } from '../../lib/query-client';
import { activeVisits, type WeekDay } from './week-days';

export interface WeekPlace {
  readonly day: LocalDay;
  readonly startMin: number;
  readonly endMin: number;
}

/** Whether a place looks free: open, and neither taken nor held by anybody else. The server has the last word, and says why. */
export function looksFree(
  days: readonly WeekDay[],
  holds: readonly SeenHold[],
  visitId: string,
  place: WeekPlace,
): boolean {
  const target = days.find(({ day }) => day === place.day);
  if (!target) return false;
  const isClosed = target.load.closedSpans.some((span) => intervalsOverlap(span, place));
  const inTheWay = [
    ...activeVisits(target).filter(({ id }) => id !== visitId),
    ...target.meetings,
    ...holds.filter(({ day, isMine }) => day === place.day && !isMine),
  ];
  return !isClosed && !inTheWay.some((span) => intervalsOverlap(span, place));
}

/** Puts a visit where it now stands in every copy of a week of its column. */
export function placeInWeeks(client: QueryClient, practiceId: string, visit: WeekVisit): void {
  client.setQueriesData<WeekView>({ queryKey: practiceKey(practiceId, 'planning', 'week') }, (copy) => {
    if (!copy) return copy;
    const isHere = copy.days.some(({ day, resourceId }) => day === visit.day && resourceId === visit.resourceId);
    const others = copy.visits.filter(({ id }) => id !== visit.id);
    return isHere || others.length < copy.visits.length
      ? { ...copy, visits: isHere ? [...others, visit] : others }
      : copy;
  });
}

/** The weeks on screen are read again, the others when they are shown. */
export const readWeeksAgain = (client: QueryClient, practiceId: string): Promise<void> =>
  client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning', 'week') });
