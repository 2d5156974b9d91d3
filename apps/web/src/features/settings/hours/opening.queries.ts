import type { RequestOf } from '@pupitre/shared/contract/endpoint';
import { listLocumAccounts, previewLocum } from '@pupitre/shared/practices/locum.contract';
import { previewHolidayOverride, previewOpeningException } from '@pupitre/shared/practices/opening.contract';
import { readOutsideHours } from '@pupitre/shared/practices/outside-hours.contract';
import { previewSite } from '@pupitre/shared/practices/site.contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api-client';
import { practiceKey } from '../../../lib/query-client';

/** What a change would leave outside. Stale at once: the agenda moves while the person types. */
const ofTheMoment = { placeholderData: keepPreviousData, staleTime: 0, gcTime: 0 } as const;
const key = (practiceId: string, of: string, body: object) => practiceKey(practiceId, 'planning', `${of}-effect`, body);

export const exceptionEffect = (practiceId: string, body: RequestOf<typeof previewOpeningException>['body']) =>
  queryOptions({
    ...ofTheMoment,
    queryKey: key(practiceId, 'exception', body),
    queryFn: ({ signal }) => callApi(previewOpeningException, { params: { practiceId }, body }, signal),
  });

export const overrideEffect = (practiceId: string, body: RequestOf<typeof previewHolidayOverride>['body']) =>
  queryOptions({
    ...ofTheMoment,
    queryKey: key(practiceId, 'override', body),
    queryFn: ({ signal }) => callApi(previewHolidayOverride, { params: { practiceId }, body }, signal),
  });

export const locumEffect = (practiceId: string, body: RequestOf<typeof previewLocum>['body']) =>
  queryOptions({
    ...ofTheMoment,
    queryKey: key(practiceId, 'locum', body),
    queryFn: ({ signal }) => callApi(previewLocum, { params: { practiceId }, body }, signal),
  });

export const siteEffect = (practiceId: string, body: RequestOf<typeof previewSite>['body']) =>
  queryOptions({
    ...ofTheMoment,
    queryKey: key(practiceId, 'site', body),
    queryFn: ({ signal }) => callApi(previewSite, { params: { practiceId }, body }, signal),
  });

export const locumAccountsQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'members', 'locum-accounts'),
    queryFn: ({ signal }) => callApi(listLocumAccounts, { params: { practiceId } }, signal),
  });

/** Visits to come that the hours leave outside. Other desks move them, and hours are changed elsewhere. */
export const outsideHours = (practiceId: string, resourceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'outside-hours', { resourceId }),
    queryFn: ({ signal }) => callApi(readOutsideHours, { params: { practiceId, resourceId } }, signal),
    staleTime: 0,
  });
