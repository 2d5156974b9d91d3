import { listLatenessWarnings } from '@pupitre/shared/planning/lateness.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

const minuteMs = 60_000;

/** Read again each minute too: an hour that strikes takes a patient off the list without anybody's act. */
export const warningsQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'lateness', day),
    queryFn: ({ signal }) => callApi(listLatenessWarnings, { params: { practiceId, day } }, signal),
    refetchInterval: minuteMs,
  });
