import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n';
import { rootRoute } from './root.route';

/** Where an invitation link leads; its secret stands behind the `#`. */
export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'bienvenue',
  loader: () => loadWords('welcome'),
  component: lazyRouteComponent(() => import('./welcome.screen'), 'WelcomeScreen'),
});
