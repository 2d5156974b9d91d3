import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { steps } from '../features/setup/steps';
import { loadWords } from '../lib/i18n';
import { showPreferences } from '../lib/preferences';
import { sessionQuery } from '../lib/session';
import { whenUnlocked } from './frame/when-unlocked';
import { rootRoute } from './root.route';

/** For whoever was asked to found a practice and has none yet. The step stands in the URL, so that « back » works. */
export const firstRunRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'premiere-installation',
  validateSearch: z.object({ etape: z.enum(steps).optional().catch(undefined) }),
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/connexion', search: {}, replace: true });
    showPreferences(session.preferences);
    await whenUnlocked(context.queryClient);
    if (!session.founding && session.state === 'active') throw redirect({ to: '/', replace: true });
  },
  loader: () => loadWords('setup'),
  component: lazyRouteComponent(() => import('./first-run.screen'), 'FirstRunScreen'),
});
