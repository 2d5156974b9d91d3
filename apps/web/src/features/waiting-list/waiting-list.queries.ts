import type { RequestOf } from '@pupitre/shared/contract/endpoint';
import { findFits, listWaiting, readWaiting } from '@pupitre/shared/planning/waiting-list.contract';
import { addDays, type LocalDay } from '@pupitre/shared/time/zone';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

export type WaitingFilter = RequestOf<typeof listWaiting>['query'];
type FitQuestion = RequestOf<typeof findFits>['body'];

const stem = (practiceId: string) => practiceKey(practiceId, 'waiting-list');

export const waitingListKey = stem;

export const waitingListQuery = (practiceId: string, filter: WaitingFilter) =>
  queryOptions({
    queryKey: [...stem(practiceId), 'list', filter],
    queryFn: ({ signal }) => callApi(listWaiting, { params: { practiceId }, query: filter }, signal),
    placeholderData: keepPreviousData,
  });

export const waitingEntryQuery = (practiceId: string, entryId: string) =>
  queryOptions({
    queryKey: [...stem(practiceId), 'entry', entryId],
    queryFn: ({ signal }) => callApi(readWaiting, { params: { practiceId, entryId } }, signal),
  });

/** Free stretches of these days and who fits each. The days stand in the key: news of others change nothing here. */
export const fitsQuery = (practiceId: string, question: FitQuestion) =>
  queryOptions({
    queryKey: [...stem(practiceId), 'fits', ...daysOf(question.fromDay, question.toDay), question],
    queryFn: ({ signal }) => callApi(findFits, { params: { practiceId }, body: question }, signal),
  });

function daysOf(from: LocalDay, to: LocalDay): LocalDay[] {
  const days: LocalDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
