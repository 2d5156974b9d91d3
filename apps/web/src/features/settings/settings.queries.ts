import { listActs } from '@pupitre/shared/billing/billing.contract';
import type { RequestOf } from '@pupitre/shared/contract/endpoint';
import { previewOpeningHours } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { setupQuery } from '../../lib/practice-setup';
import { practiceKey } from '../../lib/query-client';

export type WeekRequest = RequestOf<typeof previewOpeningHours>['body'];

/** Visits that these hours would leave outside. Stale at once: the agenda moves while the person types. */
export const hoursEffectQuery = (practiceId: string, resourceId: string, body: WeekRequest) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'hours-effect', { resourceId, body }),
    queryFn: ({ signal }) => callApi(previewOpeningHours, { params: { practiceId, resourceId }, body }, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });

export const actsQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'billing', 'acts', day),
    queryFn: ({ signal }) => callApi(listActs, { params: { practiceId }, query: { day } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Reads the setup again, so that what is shown is what is saved before the form lets go; and whom it leaves outside. */
export const rereadSetup = (client: QueryClient, practiceId: string): Promise<void> =>
  Promise.all([
    client.invalidateQueries({ queryKey: setupQuery(practiceId).queryKey }),
    client.invalidateQueries({ queryKey: practiceKey(practiceId, 'planning', 'outside-hours') }),
  ]).then(() => undefined);

export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'version.stale';
