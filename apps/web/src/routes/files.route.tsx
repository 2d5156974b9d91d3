import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n';
import { mayEnter } from './frame/may-enter';
import { practiceRoute } from './practice.route';

export const filesRoute = createRoute({
  getParentRoute: () => practiceRoute,
  path: 'dossiers',
  staticData: { screen: 'files' },
  beforeLoad: mayEnter('patient.read'),
  loader: () => loadWords('patients'),
  component: lazyRouteComponent(() => import('./files.screen'), 'FilesScreen'),
});
