import { todayIn } from '@pupitre/shared/time/zone';
import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { serverNow } from '../lib/clock';
import { noteLastPractice } from '../lib/last-practice';
import { showPreferences } from '../lib/preferences';
import { keepOnlyPractice } from '../lib/query-client';
import { sessionQuery } from '../lib/session';
import { NoScreen } from './frame/no-screen';
import { whenUnlocked } from './frame/when-unlocked';
import { rootRoute } from './root.route';

/** Everything of one practice. Its children find `membership` and `today()` in their context. */
export const practiceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'p/$practiceId',
  beforeLoad: async ({ context, params, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/connexion', search: { next: location.href }, replace: true });
    showPreferences(session.preferences);
    // A locked desk reads nothing: the page waits behind the lock screen.
    await whenUnlocked(context.queryClient);
    const membership = session.memberships.find(({ practiceId }) => practiceId === params.practiceId);
    if (!membership) throw notFound();
    keepOnlyPractice(context.queryClient, membership.practiceId);
    noteLastPractice(membership.practiceId);
    return { membership, today: () => todayIn(membership.zone, serverNow()) };
  },
  component: lazyRouteComponent(() => import('./frame/app-frame'), 'AppFrame'),
});

export const practiceIndexRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { landingPath } = await import('./frame/landing');
    const path = landingPath(context.membership);
    if (path) throw redirect({ href: path, replace: true });
  },
  component: NoScreen,
});
