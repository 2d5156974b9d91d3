import { listDay, readAppointment } from '@pupitre/shared/planning/appointment.contract';
import { findFreeSlots } from '@pupitre/shared/planning/free-slots.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CallOf, callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

export const dayQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'day', day),
    queryFn: ({ signal }) => callApi(listDay, { params: { practiceId, day } }, signal),
  });

/** A visit with its journal and the next one of the same patient. */
export const visitQuery = (practiceId: string, appointmentId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'visit', appointmentId),
    queryFn: ({ signal }) => callApi(readAppointment, { params: { practiceId, appointmentId } }, signal),
  });

export type SlotQuestion = CallOf<typeof findFreeSlots>['body'];

/** The question is an object, so that every change of the agenda makes the answer stale. */
export const freeSlotsQuery = (practiceId: string, question: SlotQuestion) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'planning', 'free-slots', question),
    queryFn: ({ signal }) => callApi(findFreeSlots, { params: { practiceId }, body: question }, signal),
    placeholderData: keepPreviousData,
  });
