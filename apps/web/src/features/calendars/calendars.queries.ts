import { listCalendars } from '@pupitre/shared/calendars/calendar.contract';
import { readOutageSheet } from '@pupitre/shared/outage/outage.contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** While a reading that somebody asked for is under way, and else: programs and the clock change what is shown. */
const [soonMs, laterMs] = [1_500, 60_000];

export const calendarsQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'calendars', 'list'),
    queryFn: ({ signal }) => callApi(listCalendars, { params: { practiceId } }, signal),
    refetchInterval: ({ state }) =>
      state.data?.outside.some((calendar) => calendar.state === 'waiting') ? soonMs : laterMs,
  });

export const outageQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'calendars', 'outage'),
    queryFn: ({ signal }) => callApi(readOutageSheet, { params: { practiceId } }, signal),
    refetchInterval: laterMs,
  });
