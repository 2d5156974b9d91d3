import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadWords } from '../lib/i18n';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

/** The loader brings words only: the file itself is an audited read, asked for once its page is there. */
export const patientFileRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'dossiers/$patientId',
  staticData: { screen: 'files' },
  params: { parse: ({ patientId }) => ({ patientId: z.uuid().parse(patientId) }) },
  validateSearch: z.object({
    onglet: z.enum(['identite', 'administratif', 'rendez-vous', 'facturation', 'journal']).optional().catch(undefined),
  }),
  beforeLoad: mayEnter('patient.read'),
  loader: () => loadWords('patients'),
  component: lazyRouteComponent(() => import('./patient-file.screen'), 'PatientFileScreen'),
});
