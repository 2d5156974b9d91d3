import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n';
import { rootRoute } from './root.route';

/** Under /api/, where one looks for it; the server opens it to whoever may read the description of the API. */
export const apiDocsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'api/docs',
  loader: () => loadWords('api-docs'),
  component: lazyRouteComponent(() => import('../features/api-docs/api-docs-page'), 'ApiDocsPage'),
});
