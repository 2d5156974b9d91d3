import { readInstallation } from '@pupitre/shared/session/session.contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';

/** What the sign-in page may know before anybody signed in. */
export const installationQuery = queryOptions({
  queryKey: ['installation'] as const,
  queryFn: ({ signal }) => callApi(readInstallation, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
