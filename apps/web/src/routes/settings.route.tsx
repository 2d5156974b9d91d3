import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** Whoever may note an absence enters; hours and motifs are read only without their own right. */
export const settingsRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'reglages',
  staticData: { screen: 'settings' },
  validateSearch: z.object({
    volet: z.enum(['horaires', 'absences', 'motifs']).optional().catch(undefined),
    colonne: z.uuid().optional().catch(undefined),
  }),
  beforeLoad: mayEnter('absence.edit'),
  loader: ({ context, params }) =>
    Promise.all([loadWords('settings'), context.queryClient.ensureQueryData(setupQuery(params.practiceId))]),
  component: lazyRouteComponent(() => import('../features/settings/settings-page'), 'SettingsPage'),
});
