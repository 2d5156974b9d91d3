import { Menu } from '@mantine/core';
import type { MembershipView } from '@pupitre/shared/session/session.contract';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { VisuallyHidden } from '../../ui/visually-hidden';

export interface PracticeMenuProps {
  membership: MembershipView;
  memberships: readonly MembershipView[];
}

/** For those who work for several practices. Each opens on its own landing screen. */
export function PracticeMenu({ membership, memberships }: PracticeMenuProps) {
  const { t } = useTranslation('frame');
  return (
    <Menu withinPortal={false} position="bottom-start" returnFocus>
      <Menu.Target>
        <button type="button" className="place">
          {membership.practiceName} <Icon of={IconChevronDown} size={14} />
          <small>{membership.city}</small>
          <VisuallyHidden>{t('practice.switch')}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('practice.switch')}</Menu.Label>
        {memberships.map((held) => (
          <Menu.Item
            key={held.practiceId}
            component={Link}
            to={`/p/${held.practiceId}`}
            aria-current={held.practiceId === membership.practiceId}
            rightSection={held.practiceId === membership.practiceId && <Icon of={IconCheck} />}
          >
            {held.practiceName} <span className="hint">{held.city}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
