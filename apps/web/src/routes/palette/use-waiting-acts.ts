import { IconHourglass, IconHourglassHigh } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaletteAct } from '../../features/palette/palette-acts';
import { useAskWaiting } from '../../features/waiting-list/waiting-store';
import { useMay, useMembership } from '../../lib/session';

/** The waiting list, and somebody new on it. */
export function useWaitingActs(): PaletteAct[] {
  const { t } = useTranslation('palette');
  const router = useRouter();
  const { practiceId } = useMembership();
  const may = useMay();
  const ask = useAskWaiting();
  const words = t('act.waitingWords');
  const acts: PaletteAct[] = [];
  if (may('agenda.read')) {
    const run = () => void router.navigate({ to: '/p/$practiceId/liste-attente', params: { practiceId } });
    acts.push({ id: 'waiting-list', icon: IconHourglass, label: t('act.waitingList'), words, run });
  }
  if (may('waiting_list.edit')) {
    const run = () => ask({ kind: 'new', start: {} });
    acts.push({ id: 'waiting-add', icon: IconHourglassHigh, label: t('act.putOnList'), words, run });
  }
  return acts;
}
