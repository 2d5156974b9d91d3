import type { MembershipView } from '@pupitre/shared/session/session.contract';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { openPalette } from '../../keyboard/palette-store';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useSession } from '../../lib/session';
import { useFrame } from '../../ui/frame-context';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { Logo } from '../../ui/logo';
import { Slot } from '../../ui/slot';
import { frameParts } from './frame-parts';

// Menus are not needed to read a screen: they come after it.
const PracticeMenu = lazy(() => import('./practice-menu').then((file) => ({ default: file.PracticeMenu })));

export function TopBar({ membership }: { membership: MembershipView }) {
  const { userMenu } = useFrame();
  return (
    <header className="top">
      <span className="logo">
        <Logo />
      </span>
      <Place membership={membership} />
      {frameParts.Palette && <SearchField />}
      <span className="spacer" />
      <Slot name="topActs" className="topact" />
      {userMenu}
    </header>
  );
}

/** The practice's name; a menu for those who work for several. */
function Place({ membership }: { membership: MembershipView }) {
  const { memberships } = useSession();
  const name = (
    <span className="place">
      {membership.practiceName} <small>{membership.city}</small>
    </span>
  );
  if (memberships.length < 2) return name;
  return (
    <Suspense fallback={name}>
      <PracticeMenu membership={membership} memberships={memberships} />
    </Suspense>
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
