import type { Permission } from '@pupitre/shared/access/roles';
import { type MembershipView, readSession, type SessionView } from '@pupitre/shared/session/session.contract';
import { type QueryClient, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { callApi } from './api-client';
import { ApiProblem } from './api-problem';
import { alignClock } from './clock';
import { forgetAct } from './last-act';
import { forgetSentDrafts } from './server-drafts';

/** Who is signed in, or null. Held for the life of the page; sign-in, lock and unlock write it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    try {
      const session = await callApi(readSession, {}, signal);
      alignClock(session.now);
      return session;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Puts a session just received (sign-in, unlock, preferences) where every screen reads it. */
export function acceptSession(client: QueryClient, session: SessionView | null): void {
  if (session) alignClock(session.now);
  client.setQueryData(sessionQuery.queryKey, session);
}

/** Forgets the session and every copy of a practice: nothing of it may be read once nobody is signed in. */
export function forgetSession(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey: [scope] }) => scope === 'practice' });
  forgetAct();
  forgetSentDrafts();
  acceptSession(client, null);
}

/** The session of a signed-in screen; throws outside of one. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('no session on a signed-in screen');
  return data;
}

/** The session, or null on the public screens. */
export function useMaybeSession(): SessionView | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Nothing of a practice may be seen while this is so. */
export const useIsLocked = (): boolean => useMaybeSession()?.state === 'locked';

/** The membership of the practice in the URL; throws outside `/p/$practiceId`. */
export function useMembership(): MembershipView {
  const { practiceId } = useParams({ strict: false });
  const membership = useSession().memberships.find((held) => held.practiceId === practiceId);
  if (!membership) throw new Error('no membership on a practice screen');
  return membership;
}

/** Asks the one matrix of roles, as the server will. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMembership();
  return (permission) => permissions.includes(permission);
}
