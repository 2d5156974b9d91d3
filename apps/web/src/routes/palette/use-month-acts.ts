import { IconCalendarMonth } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaletteAct } from '../../features/palette/palette-acts';
import { useMay, useMembership } from '../../lib/session';

/** « mois », and « mois avr » for April: the agenda by month has no entry in the rail. */
export function useMonthActs(): PaletteAct[] {
  const { t } = useTranslation(['palette', 'frame']);
  const navigate = useNavigate();
  const may = useMay();
  const { practiceId } = useMembership();
  if (!may('agenda.read')) return [];
  return [
    {
      id: 'agenda-month',
      icon: IconCalendarMonth,
      label: t('act.goTo', { page: t('frame:spans.month') }),
      words: t('act.pageWords'),
      takesMonth: true,
      run: ({ month }) => void navigate({ to: '/p/$practiceId/mois', params: { practiceId }, search: { mois: month } }),
    },
  ];
}
