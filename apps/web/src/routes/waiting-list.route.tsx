import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { waitingSearch } from '../features/waiting-list/waiting-search';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** Who waits for a place. Filters stand in the address, names never do. */
export const waitingListRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'liste-attente',
  staticData: { screen: 'day' },
  validateSearch: waitingSearch,
  beforeLoad: mayEnter('agenda.read'),
  loader: async ({ context: { queryClient }, params: { practiceId } }) => {
    await Promise.all([loadWords('waiting-list', 'patients'), queryClient.ensureQueryData(setupQuery(practiceId))]);
  },
  component: lazyRouteComponent(() => import('./waiting-list.screen'), 'WaitingListScreen'),
});
