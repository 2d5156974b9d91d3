import type { RequestOf } from '@pupitre/shared/contract/endpoint';
import { findBundles, readBundle } from '@pupitre/shared/planning/bundle.contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

export type BundleQuestion = RequestOf<typeof findBundles>['body'];

export const bundleOffersQuery = (practiceId: string, body: BundleQuestion) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'series', 'bundles', body),
    queryFn: ({ signal }) => callApi(findBundles, { params: { practiceId }, body }, signal),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });

export const bundleQuery = (practiceId: string, bundleId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'series', 'bundle', { bundleId }),
    queryFn: ({ signal }) => callApi(readBundle, { params: { practiceId, bundleId } }, signal),
    staleTime: 0,
  });
