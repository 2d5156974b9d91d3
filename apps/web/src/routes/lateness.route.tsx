import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** Who is to be told today that a practitioner is late. */
export const latenessRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'retards',
  staticData: { screen: 'day' },
  beforeLoad: mayEnter('lateness.set'),
  loader: ({ context, params }) =>
    Promise.all([loadWords('lateness'), context.queryClient.ensureQueryData(setupQuery(params.practiceId))]),
  component: lazyRouteComponent(() => import('./lateness.screen'), 'LatenessScreen'),
});
