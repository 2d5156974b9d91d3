import { listDay } from '@pupitre/shared/planning/appointment.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** The same copy as the agenda's: what one screen does, the other shows. */
export const dayQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'day', day),
    queryFn: ({ signal }) => callApi(listDay, { params: { practiceId, day } }, signal),
  });
