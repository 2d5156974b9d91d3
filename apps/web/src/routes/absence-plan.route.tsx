import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** The list of calls of an absence. */
export const absencePlanRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'absences/$absenceId',
  staticData: { screen: 'day' },
  beforeLoad: mayEnter('agenda.read'),
  loader: ({ context, params: { practiceId, absenceId } }) => {
    // The page draws its own wait and its own failure around the list.
    void import('../features/absence/absence.queries').then(({ planQuery }) =>
      context.queryClient.prefetchQuery(planQuery(practiceId, absenceId)),
    );
    return Promise.all([
      loadWords('absence-plan', 'patients'),
      context.queryClient.ensureQueryData(setupQuery(practiceId)),
    ]);
  },
  component: lazyRouteComponent(() => import('./absence.screen'), 'AbsencePlanScreen'),
});
