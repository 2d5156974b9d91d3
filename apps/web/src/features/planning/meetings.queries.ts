import { listMeetings } from '@pupitre/shared/planning/meeting.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

export const meetingsQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'meetings', day),
    queryFn: ({ signal }) => callApi(listMeetings, { params: { practiceId, day } }, signal),
    select: ({ meetings }) => meetings,
  });
