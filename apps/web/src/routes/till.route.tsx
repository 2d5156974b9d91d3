import { todayIn } from '@pupitre/shared/time/zone';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { serverNow } from '../lib/clock';
import { loadWords } from '../lib/i18n';
import { setupQuery } from '../lib/practice-setup';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

const one = z.uuid().optional().catch(undefined);

/** `rdv`: the visit to collect; `facture`: an invoice of the day. `?rdv=` is how every other screen leads here. */
export const tillRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'caisse',
  staticData: { screen: 'till' },
  validateSearch: z.object({ rdv: one, facture: one }),
  beforeLoad: mayEnter('billing.charge'),
  loader: ({ context, params: { practiceId } }) => {
    void context.queryClient.prefetchQuery(setupQuery(practiceId));
    void import('../features/billing/billing.queries').then(({ tillQuery }) =>
      context.queryClient.prefetchQuery(tillQuery(practiceId, todayIn(context.membership.zone, serverNow()))),
    );
    return loadWords('billing');
  },
  component: lazyRouteComponent(() => import('../features/billing/till-page'), 'TillPage'),
});
