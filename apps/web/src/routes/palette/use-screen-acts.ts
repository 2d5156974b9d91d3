import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaletteAct } from '../../features/palette/palette-acts';
import { useMembership } from '../../lib/session';
import { screensOf } from '../frame/screens';

/** Every screen of the rail as a page to go to; « export fév » goes with its month. */
export function useScreenActs(): PaletteAct[] {
  const { t } = useTranslation(['palette', 'frame']);
  const router = useRouter();
  const membership = useMembership();
  return screensOf(membership).map(({ id, path, icon }) => ({
    id: `screen-${id}`,
    icon,
    label: t('act.goTo', { page: t(`frame:screen.${id}`) }),
    words: id === 'exports' ? `${t('act.pageWords')} ${t('act.exportWords')}` : t('act.pageWords'),
    takesMonth: id === 'exports',
    run: ({ month }) => {
      const suffix = month ? `?mois=${month}` : '';
      void router.navigate({ href: `/p/${membership.practiceId}/${path}${suffix}` });
    },
  }));
}
