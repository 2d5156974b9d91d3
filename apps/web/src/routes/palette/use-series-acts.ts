import { IconCalendarRepeat, IconLink, IconUsersGroup } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaletteAct } from '../../features/palette/palette-acts';
import { useAskBundle } from '../../features/series/bundle-store';
import { useMay, useMembership } from '../../lib/session';

/** Visits by a rule, one after the other, or for a family. */
export function useSeriesActs(): PaletteAct[] {
  const { t } = useTranslation('palette');
  const router = useRouter();
  const { practiceId } = useMembership();
  const may = useMay();
  const ask = useAskBundle();
  if (!may('appointment.book')) return [];
  const params = { practiceId };
  const bundle = (kind: 'chain' | 'family') => () => {
    ask(kind);
    void router.navigate({ to: '/p/$practiceId/jour', params });
  };
  return [
    {
      ...{ id: 'series', icon: IconCalendarRepeat, label: t('act.series'), words: t('act.seriesWords') },
      run: () => void router.navigate({ to: '/p/$practiceId/serie', params }),
    },
    { id: 'chain', icon: IconLink, label: t('act.chain'), words: t('act.chainWords'), run: bundle('chain') },
    { id: 'family', icon: IconUsersGroup, label: t('act.family'), words: t('act.familyWords'), run: bundle('family') },
  ];
}
