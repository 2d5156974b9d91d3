import { taskStates } from '@pupitre/shared/tasks/task.contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { journalFilters } from '../features/audit/journal-filters';
import { settingsPartKeys } from '../features/settings/settings-parts';
import { ApiProblem } from '../lib/api-problem';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { practiceRoute } from './practice.route';

/** Whoever may see a part of the settings enters. The part and the column stand in the URL. */
export const settingsRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'reglages',
  staticData: { screen: 'settings' },
  validateSearch: z.object({
    volet: z.enum(settingsPartKeys).optional().catch(undefined),
    colonne: z.uuid().optional().catch(undefined),
    /** Of the list of jobs. */
    etat: z.enum(taskStates).optional().catch(undefined),
    ...journalFilters.shape,
    /** The import in hand. */
    import: z.uuid().optional().catch(undefined),
  }),
  beforeLoad: async ({ context, search }) => {
    const { settingsPartFor } = await import('./settings-parts');
    const part = settingsPartFor(context.membership, search.volet);
    if (!part) throw new ApiProblem({ status: 403, code: 'permission.denied' });
    return { part };
  },
  loader: ({ context: { part, queryClient }, params }) =>
    Promise.all([
      loadWords('settings', ...(part.words ?? [])),
      part.screen.preload?.(),
      queryClient.ensureQueryData(setupQuery(params.practiceId)),
    ]),
  component: lazyRouteComponent(() => import('./settings.screen'), 'SettingsScreen'),
});
