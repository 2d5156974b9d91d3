import { Menu } from '@mantine/core';
import type { MembershipView } from '@pupitre/shared/session/session.contract';
import { IconCheck, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openPalette } from '../../keyboard/palette-store';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useSession } from '../../lib/session';
import { useFrame } from '../../ui/frame-context';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { Logo } from '../../ui/logo';
import { Slot } from '../../ui/slot';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { frameParts } from './frame-parts';

export function TopBar({ membership }: { membership: MembershipView }) {
  const { userMenu } = useFrame();
  return (
    <header className="top">
      <span className="logo">
        <Logo />
      </span>
      <PracticeMenu membership={membership} />
      {frameParts.Palette && <SearchField />}
      <span className="spacer" />
      <Slot name="topActs" className="topact" />
      {userMenu}
    </header>
  );
}

/** The practice's name; a menu for those who work for several. */
function PracticeMenu({ membership }: { membership: MembershipView }) {
  const { t } = useTranslation('frame');
  const { memberships } = useSession();
  if (memberships.length < 2) {
    return (
      <span className="place">
        {membership.practiceName} <small>{membership.city}</small>
      </span>
    );
  }
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

/** Looks like a field, opens the palette: F2 and Ctrl+K do the same from anywhere. */
function SearchField() {
  const { t } = useTranslation('frame');
  const shared = {
    scope: 'global',
    labelKey: 'keyboard:frame.search',
    groupKey: 'keyboard:frame.title',
    run: openPalette,
  } as const;
  useShortcut({ ...shared, id: 'frame.search', keys: 'F2' });
  useShortcut({ ...shared, id: 'frame.search.ctrl', keys: 'Ctrl+K' });
  return (
    <button type="button" className="search" onClick={openPalette} aria-keyshortcuts="F2 Control+K">
      <Icon of={IconSearch} />
      <span className="trunc">{t('search.hint')}</span>
      <span className="sp" />
      <Kbd keys="F2" />
    </button>
  );
}
