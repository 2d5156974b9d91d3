import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const RETRIES = 2;

/** A refusal is an answer: only silences and failures of the server are tried again. */
const mayRetry = (failures: number, error: unknown) =>
  failures < RETRIES && error instanceof ApiProblem && error.isPassing && error.status !== 429;

/** Live events and reconnections say what is stale, so nothing is refetched for a mere change of window. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: mayRetry, staleTime: 60_000, gcTime: 10 * 60_000, refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Keys of tenant data all start so: switching practice can then drop the other one's copy. */
export const practiceKey = (practiceId: string, ...rest: readonly unknown[]) =>
  ['practice', practiceId, ...rest] as const;

/** Forgets everything of the practices left behind. */
export function keepOnlyPractice(client: QueryClient, practiceId: string): void {
  client.removeQueries({ predicate: ({ queryKey: [scope, id] }) => scope === 'practice' && id !== practiceId });
}
