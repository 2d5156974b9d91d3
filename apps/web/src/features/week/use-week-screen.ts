import { daysFrom, mondayOf } from '@pupitre/shared/time/iso-week';
import { addDays, toLocal } from '@pupitre/shared/time/zone';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useNow } from '../../lib/clock';
import { setupQuery } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';
import { agendaShown, columnsOf, keepLastAgenda, useLastAgenda } from './last-agenda';
import { weekQuery } from './week.queries';
import type { WeekLinks, WeekScreen } from './week-context';
import { weekDaysOf } from './week-days';
import type { WeekSearch } from './week-search';

export interface WeekPageProps extends WeekLinks {
  readonly search: WeekSearch;
  readonly onSearch: (part: Partial<WeekSearch>, replace: boolean) => void;
}

const minuteMs = 60_000;

/** What the week stands on. Null without a column: then there is nothing to show. */
export function useWeekScreen({ search, onSearch, ...links }: WeekPageProps): WeekScreen | null {
  const { practiceId, practitionerId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const now = useNow(minuteMs);
  const { zone } = setup.practice;
  const clock = useMemo(() => {
    const { day, minutes } = toLocal(now, zone);
    return { today: day, minute: minutes };
  }, [now, zone]);
  const date = search.date ?? clock.today;
  const days = useMemo(() => daysFrom(mondayOf(date), 7), [date]);
  const columns = useMemo(() => columnsOf(setup), [setup]);
  const last = useLastAgenda(practiceId);
  const column = agendaShown(columns, search.agenda, practitionerId, last);
  const columnId = column?.id;
  useEffect(() => {
    if (columnId) keepLastAgenda(practiceId, columnId);
  }, [practiceId, columnId]);
  const go = useCallback((part: Partial<WeekSearch>, replace = false) => onSearch(part, replace), [onSearch]);
  return column ? { ...links, ...{ practiceId, setup, clock, now, days, columns, column, search, go } } : null;
}

/** The visits and the openness of the week shown; its neighbours are fetched once it is there. */
export function useWeekView({ practiceId, days, column, clock }: WeekScreen) {
  const client = useQueryClient();
  const view = useQuery(weekQuery(practiceId, days, column.id));
  const { data } = view;
  const isThere = data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    for (const by of [7, -7]) {
      const other = days.map((day) => addDays(day, by));
      void client.prefetchQuery(weekQuery(practiceId, other, column.id));
    }
  }, [isThere, client, practiceId, days, column.id]);
  const shown = useMemo(() => data && weekDaysOf(data, clock), [data, clock]);
  return { view, shown };
}
