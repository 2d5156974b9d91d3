import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** A new absence: whose and from when may stand in the address, a reason never. */
export const absenceStartRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'absences',
  staticData: { screen: 'day' },
  validateSearch: z.object({
    colonne: z.uuid().optional().catch(undefined),
    date: z.iso.date().optional().catch(undefined),
  }),
  beforeLoad: mayEnter('absence.edit'),
  loader: ({ context, params }) =>
    Promise.all([loadWords('absence-plan'), context.queryClient.ensureQueryData(setupQuery(params.practiceId))]),
  component: lazyRouteComponent(() => import('./absence.screen'), 'AbsenceStartScreen'),
});
