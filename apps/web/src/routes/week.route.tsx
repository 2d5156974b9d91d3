import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { monthSearch, weekSearch } from '../features/week/week-search';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** The days of one column, or how full everybody is. */
export const weekRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'semaine',
  staticData: { screen: 'week' },
  validateSearch: weekSearch,
  beforeLoad: mayEnter('agenda.read'),
  loader: ({ context: { queryClient }, params: { practiceId } }) =>
    Promise.all([
      loadWords('week', 'planning', 'override', 'together', 'waiting-list'),
      queryClient.ensureQueryData(setupQuery(practiceId)),
    ]),
  component: lazyRouteComponent(() => import('./week.screen'), 'WeekScreen'),
});

/** A month of occupancy. */
export const monthRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'mois',
  staticData: { screen: 'week' },
  validateSearch: monthSearch,
  beforeLoad: mayEnter('agenda.read'),
  loader: ({ context: { queryClient }, params: { practiceId } }) =>
    Promise.all([loadWords('week', 'planning'), queryClient.ensureQueryData(setupQuery(practiceId))]),
  component: lazyRouteComponent(() => import('./month.screen'), 'MonthScreen'),
});
