import { todayIn } from '@pupitre/shared/time/zone';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { RoomSkeleton } from '../features/waiting-room/room-skeleton';
import { serverNow } from '../lib/clock';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** `vue`: a family of columns, or one column by its id. */
export const waitingRoomRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'salle',
  staticData: { screen: 'waitingRoom' },
  validateSearch: z.object({
    vue: z
      .union([z.enum(['medecins', 'soignants', 'salles']), z.uuid()])
      .optional()
      .catch(undefined),
  }),
  beforeLoad: mayEnter('waiting_room.read'),
  loader: ({ context: { queryClient, membership }, params: { practiceId } }) =>
    Promise.all([
      loadWords('absence-plan', 'lateness', 'waiting-room', 'override', 'patients'),
      queryClient.ensureQueryData(setupQuery(practiceId)),
      import('../features/waiting-room/waiting-room.queries').then(({ dayQuery }) =>
        queryClient.ensureQueryData(dayQuery(practiceId, todayIn(membership.zone, serverNow()))),
      ),
    ]),
  pendingComponent: RoomSkeleton,
  component: lazyRouteComponent(() => import('./waiting-room.screen'), 'WaitingRoomScreen'),
});
