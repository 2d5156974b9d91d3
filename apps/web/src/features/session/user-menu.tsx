import { Menu } from '@mantine/core';
import {
  IconAdjustments,
  IconChevronDown,
  IconDevices,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyList } from '../../keyboard/help-sheet';
import { useIsDark } from '../../lib/appearance';
import { usePreferences } from '../../lib/preferences';
import { useSession } from '../../lib/session';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { useLock } from './lock';
import { PreferencesDialog } from './preferences-dialog';

const SessionsDialog = lazy(() => import('./sessions-dialog').then((file) => ({ default: file.SessionsDialog })));

/** Who is here, how the screen looks, the keys, lock and sign out. */
export function UserMenu({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation(['session', 'keyboard']);
  const { account } = useSession();
  const { preferences, change } = usePreferences();
  const isDark = useIsDark();
  const lock = useLock();
  const [dialog, setDialog] = useState<'preferences' | 'keys' | 'sessions' | null>(null);

  return (
    <>
      <Menu withinPortal={false} returnFocus>
        <Menu.Target>
          <button type="button" className="topbtn">
            <span className="avatar" aria-hidden="true">
              {account.initials}
            </span>
            <VisuallyHidden>{t('menu.open', { name: account.displayName })}</VisuallyHidden>
            <Icon of={IconChevronDown} size={14} />
          </button>
        </Menu.Target>
        <Menu.Dropdown className="user-menu">
          <Menu.Label className="menu-who">
            <b>{account.displayName}</b>
            <br />
            {account.email}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon of={isDark ? IconSun : IconMoon} />}
            onClick={() => change({ theme: isDark ? 'light' : 'dark' })}
          >
            {t(isDark ? 'menu.toLight' : 'menu.toDark')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon of={IconLanguage} />}
            onClick={() => change({ locale: preferences.locale === 'fr' ? 'en' : 'fr' })}
          >
            {t('signIn.language')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconAdjustments} />} onClick={() => setDialog('preferences')}>
            {t('menu.preferences')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconKeyboard} />} onClick={() => setDialog('keys')}>
            {t('menu.keys')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconDevices} />} onClick={() => setDialog('sessions')}>
            {t('menu.sessions')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon of={IconLock} />} rightSection={<Kbd keys="Ctrl+F10" />} onClick={lock}>
            {t('menu.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconLogout} />} onClick={onSignOut}>
            {t('menu.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'preferences' && <PreferencesDialog onClose={() => setDialog(null)} />}
      {dialog === 'sessions' && (
        <Suspense fallback={null}>
          <SessionsDialog onClose={() => setDialog(null)} />
        </Suspense>
      )}
      {dialog === 'keys' && (
        <Dialog title={t('keyboard:title')} onClose={() => setDialog(null)}>
          <p className="hint">{t('keyboard:frame.help')}</p>
          <KeyList />
        </Dialog>
      )}
    </>
  );
}
