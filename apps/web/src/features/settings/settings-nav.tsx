import { IconCalendarOff, IconCalendarTime, IconTags, type Icon as TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../../lib/session';
import { Icon } from '../../ui/icon';

export type SettingsPart = 'horaires' | 'absences' | 'motifs';

const parts: readonly (readonly [SettingsPart, TablerIcon])[] = [
  ['horaires', IconCalendarTime],
  ['absences', IconCalendarOff],
  ['motifs', IconTags],
];

export function SettingsNav({ current }: { current: SettingsPart }) {
  const { t } = useTranslation('settings');
  const { practiceId } = useMembership();
  return (
    <nav className="set-nav" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {parts.map(([part, icon]) => (
        <Link
          key={part}
          to="/p/$practiceId/reglages"
          params={{ practiceId }}
          search={({ colonne }) => ({ volet: part, colonne })}
          aria-current={part === current ? 'page' : undefined}
        >
          <Icon of={icon} />
          {t(`part.${part}`)}
        </Link>
      ))}
    </nav>
  );
}
