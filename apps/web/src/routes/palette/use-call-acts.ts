import { IconCalendarOff, IconClockExclamation } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaletteAct } from '../../features/palette/palette-acts';
import { useMay, useMembership } from '../../lib/session';

/** A new absence, and who is to be told of a delay. */
export function useCallActs(): PaletteAct[] {
  const { t } = useTranslation('palette');
  const router = useRouter();
  const { practiceId } = useMembership();
  const may = useMay();
  const acts: PaletteAct[] = [];
  if (may('absence.edit')) {
    const run = () => void router.navigate({ to: '/p/$practiceId/absences', params: { practiceId } });
    acts.push({ id: 'absence', icon: IconCalendarOff, label: t('act.absence'), words: t('act.absenceWords'), run });
  }
  if (may('lateness.set')) {
    const run = () => void router.navigate({ to: '/p/$practiceId/retards', params: { practiceId } });
    acts.push({ id: 'lateness', icon: IconClockExclamation, label: t('act.warn'), words: t('act.warnWords'), run });
  }
  return acts;
}
