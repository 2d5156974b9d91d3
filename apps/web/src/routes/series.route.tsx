import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** Visits booked by a rule. Who they are for stands in memory and in the draft, never in the address. */
export const seriesRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'serie',
  staticData: { screen: 'day' },
  beforeLoad: mayEnter('appointment.book'),
  loader: ({ context: { queryClient }, params: { practiceId } }) =>
    Promise.all([loadWords('series', 'planning', 'patients'), queryClient.ensureQueryData(setupQuery(practiceId))]),
  component: lazyRouteComponent(() => import('./series.screen'), 'SeriesScreen'),
});
