import type { Icon as TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../../lib/session';
import { Icon } from '../../ui/icon';
import type { SettingsPartKey } from './settings-parts';

export interface SettingsEntry {
  readonly key: SettingsPartKey;
  readonly icon: TablerIcon;
  readonly label: string;
}

export function SettingsNav({ entries, current }: { entries: readonly SettingsEntry[]; current: SettingsPartKey }) {
  const { t } = useTranslation('settings');
  const { practiceId } = useMembership();
  return (
    <nav className="set-nav" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {entries.map(({ key, icon, label }) => (
        <Link
          key={key}
          to="/p/$practiceId/reglages"
          params={{ practiceId }}
          search={({ colonne }) => ({ volet: key, colonne })}
          aria-current={key === current ? 'page' : undefined}
        >
          <Icon of={icon} />
          {label}
        </Link>
      ))}
    </nav>
  );
}
