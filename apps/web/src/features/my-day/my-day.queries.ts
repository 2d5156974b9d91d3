import { readMyDay } from '@pupitre/shared/planning/appointment.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** A practitioner's own day; in memory only, with the addresses and phones of her home visits. */
export const myDayQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'my-day', day),
    queryFn: ({ signal }) => callApi(readMyDay, { params: { practiceId, day } }, signal),
  });
