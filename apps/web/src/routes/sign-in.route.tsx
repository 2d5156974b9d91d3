import type { SessionView } from '@pupitre/shared/session/session.contract';
import { useQueryClient } from '@tanstack/react-query';
import { createRoute, redirect, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod';
import { SignInPage } from '../features/session/sign-in-page';
import { showPreferences } from '../lib/preferences';
import { acceptSession, sessionQuery } from '../lib/session';
import { rootRoute } from './root.route';
import { warmDesk } from './warm-desk';

/** Only a path of ours may follow a sign-in: an address in the link must not lead the person elsewhere. */
const ownPath = z.string().regex(/^\/p\/[\w/-]*(?:\?[\w=&.-]*)?$/);

/** Leaves the network to the page itself, then uses the time a password takes. */
const WARM_AFTER_MS = 300;

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'connexion',
  validateSearch: z.object({
    next: ownPath.optional().catch(undefined),
    reason: z.enum(['ended', 'signedOut']).optional().catch(undefined),
  }),
  beforeLoad: async ({ context }) => {
    if (await context.queryClient.ensureQueryData(sessionQuery)) throw redirect({ to: '/', replace: true });
  },
  component: SignInRoute,
});

function SignInRoute() {
  const { next, reason } = signInRoute.useSearch();
  const client = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    const timer = setTimeout(() => void warmDesk(), WARM_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const enter = (session: SessionView) => {
    acceptSession(client, session);
    showPreferences(session.preferences);
    const isOwn = session.memberships.some(({ practiceId }) => next?.startsWith(`/p/${practiceId}/`));
    void navigate({ href: next && isOwn ? next : '/', replace: true });
  };
  return <SignInPage onSignedIn={enter} reason={reason} />;
}
