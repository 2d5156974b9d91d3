import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { daySearch } from '../features/planning/day-search';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** The day of everybody: the desk's home. The date stands in the address, so reload, back and a sent link work. */
export const dayRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'jour',
  staticData: { screen: 'day' },
  validateSearch: daySearch,
  beforeLoad: mayEnter('agenda.read'),
  loaderDeps: ({ search }) => ({ day: search.date }),
  loader: async ({ context, params, deps }) => {
    // The day is asked for at once; the page draws its own wait and its own failure around it.
    void import('../features/planning/planning.queries').then(({ dayQuery }) =>
      context.queryClient.prefetchQuery(dayQuery(params.practiceId, deps.day ?? context.today())),
    );
    await Promise.all([
      loadWords(
        'absence-plan',
        'lateness',
        'planning',
        'override',
        'patients',
        'slots',
        'together',
        'urgent',
        'video',
        'waiting-list',
      ),
      context.queryClient.ensureQueryData(setupQuery(params.practiceId)),
    ]);
  },
  component: lazyRouteComponent(() => import('./day.screen'), 'DayScreen'),
});
