import { Menu } from '@mantine/core';
import type { Permission } from '@pupitre/shared/access/roles';
import { IconDots, type Icon as TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import type { DayAct } from './day-search';

export interface ActEntry {
  readonly act: DayAct;
  readonly icon: TablerIcon;
  readonly label: 'move' | 'staff' | 'group' | 'round';
  readonly needs: Permission;
}

interface DayActsListProps {
  readonly entries: readonly ActEntry[];
  readonly onPick: (act: DayAct) => void;
}

/** The acts of the day under their button. */
export function DayActsList({ entries, onPick }: DayActsListProps) {
  const { t } = useTranslation('together');
  return (
    <Menu withinPortal position="bottom-end" returnFocus>
      <Menu.Target>
        <button type="button" className="btn icon s ghost" aria-label={t('acts')} title={t('acts')}>
          <Icon of={IconDots} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ act, icon, label }) => (
          <Menu.Item key={act} leftSection={<Icon of={icon} />} onClick={() => onPick(act)}>
            {t(`act.${label}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
