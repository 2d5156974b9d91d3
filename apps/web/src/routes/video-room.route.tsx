import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n';
import { rootRoute } from './root.route';

/** Where the address of a remote visit leads when no provider is connected; its secret stands behind the `#`. */
export const videoRoomRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'teleconsultation',
  loader: () => loadWords('video'),
  component: lazyRouteComponent(() => import('../features/video/demo-room-page'), 'DemoRoomPage'),
});
