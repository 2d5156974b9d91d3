import { todayIn } from '@pupitre/shared/time/zone';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MyDaySkeleton } from '../features/my-day/my-day-skeleton';
import { serverNow } from '../lib/clock';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

export const myDayRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'ma-journee',
  staticData: { screen: 'myDay' },
  beforeLoad: mayEnter('own_day.read'),
  loader: ({ context: { queryClient, membership }, params: { practiceId } }) =>
    Promise.all([
      loadWords('my-day'),
      queryClient.ensureQueryData(setupQuery(practiceId)),
      import('../features/my-day/my-day.queries').then(({ myDayQuery }) =>
        queryClient.ensureQueryData(myDayQuery(practiceId, todayIn(membership.zone, serverNow()))),
      ),
    ]),
  pendingComponent: MyDaySkeleton,
  component: lazyRouteComponent(() => import('../features/my-day/my-day-page'), 'MyDayPage'),
});
