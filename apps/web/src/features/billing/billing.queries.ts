import { listActs, readCharge, readTill } from '@pupitre/shared/billing/billing.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** Who has to pay and who has paid on a day. */
export const tillQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'billing', 'till', day),
    queryFn: ({ signal }) => callApi(readTill, { params: { practiceId, day } }, signal),
  });

/** The draft of a visit's invoice. Read afresh at each opening: somebody else may have it in hand. */
export const chargeQuery = (practiceId: string, appointmentId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'billing', 'charge', appointmentId),
    queryFn: ({ signal }) => callApi(readCharge, { params: { practiceId, appointmentId } }, signal),
    staleTime: 0,
  });

/** Acts and prices of a day. Outside the till's topic: a payment changes no tariff. */
export const actsQuery = (practiceId: string, day: LocalDay) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'acts', day),
    queryFn: ({ signal }) => callApi(listActs, { params: { practiceId }, query: { day } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
