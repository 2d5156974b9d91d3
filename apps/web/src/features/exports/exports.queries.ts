import { summariseMonth } from '@pupitre/shared/billing/billing.contract';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

export type MonthSummary = ResponseOf<typeof summariseMonth>;

/** A month's totals, the same figures as the sums of its files. Read again at each visit: the month may be open. */
export const monthQuery = (practiceId: string, month: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'billing', 'month', month),
    queryFn: ({ signal }) => callApi(summariseMonth, { params: { practiceId, month } }, signal),
    staleTime: 0,
  });
