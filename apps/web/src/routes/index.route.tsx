import { createRoute, redirect } from '@tanstack/react-router';
import { lastPractice } from '../lib/last-practice';
import { sessionQuery } from '../lib/session';
import { NoScreen } from './frame/no-screen';
import { rootRoute } from './root.route';
import { warmDesk } from './warm-desk';

/** `/` leads to the sign-in page, or to the practice left last. */
export const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/connexion', replace: true });
    if (session.founding) throw redirect({ to: '/premiere-installation', search: {}, replace: true });
    // Two redirects lead there: its code need not wait for them.
    void warmDesk();
    const left = lastPractice();
    const held = session.memberships.find(({ practiceId }) => practiceId === left) ?? session.memberships[0];
    if (held) throw redirect({ to: '/p/$practiceId', params: { practiceId: held.practiceId }, replace: true });
  },
  component: NoScreen,
});
