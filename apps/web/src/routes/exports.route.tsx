import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadWords } from '../lib/i18n';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** `mois`: the month to export, 'YYYY-MM'; the last one over when absent. */
export const exportsRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'exports',
  staticData: { screen: 'exports' },
  validateSearch: z.object({ mois: month.optional().catch(undefined) }),
  beforeLoad: mayEnter('billing.export'),
  loader: () => loadWords('exports'),
  component: lazyRouteComponent(() => import('../features/exports/exports-page'), 'ExportsPage'),
});
