import { IconUrgent } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaletteAct } from '../../features/palette/palette-acts';
import { startUrgent } from '../../features/planning/urgent-draft';
import { useMay, useMembership } from '../../lib/session';
import { PHONE, useMedia } from '../../lib/use-media';
import { screensOf } from '../frame/screens';

/** Somebody who cannot wait, for the patient under the cursor too. */
export function useUrgentActs(): PaletteAct[] {
  const { t } = useTranslation('palette');
  const router = useRouter();
  const membership = useMembership();
  const may = useMay();
  const isPhone = useMedia(PHONE);
  const { practiceId } = membership;
  const hasDay = screensOf(membership).some(({ id, onPhone }) => id === 'day' && (onPhone || !isPhone));
  if (!hasDay || !may('appointment.book')) return [];
  const run: PaletteAct['run'] = ({ patient }) => {
    startUrgent(practiceId, patient ?? null);
    void router.navigate({ to: '/p/$practiceId/jour', params: { practiceId }, search: {} });
  };
  return [
    { id: 'urgent', icon: IconUrgent, label: t('act.urgent'), words: t('act.urgentWords'), takesPatient: true, run },
  ];
}
