import { densities } from '@pupitre/shared/session/session.contract';
import { IconLanguage, IconLock, IconLogout, IconMoon, IconRowInsertTop, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PaletteAct } from '../../features/palette/palette-acts';
import { useLock } from '../../features/session/lock';
import { useDensity, useIsDark } from '../../lib/appearance';
import { usePreferences } from '../../lib/preferences';
import { useLeave } from '../frame/use-leave';

/** What the person's menu does, found by typing. */
export function useDeskActs(): PaletteAct[] {
  const { t } = useTranslation('palette');
  const { preferences, change } = usePreferences();
  const isDark = useIsDark();
  const lock = useLock();
  const leave = useLeave();
  const density = useDensity();
  return [
    { id: 'lock', icon: IconLock, label: t('act.lock'), words: t('act.lockWords'), keys: 'Ctrl+F10', run: lock },
    {
      id: 'theme',
      icon: isDark ? IconSun : IconMoon,
      label: t(isDark ? 'act.light' : 'act.dark'),
      words: t('act.themeWords'),
      run: () => change({ theme: isDark ? 'light' : 'dark' }),
    },
    ...densities
      .filter((other) => other !== density)
      .map((other) => ({
        id: `density-${other}`,
        icon: IconRowInsertTop,
        label: t(`act.${other}`),
        words: t('act.densityWords'),
        run: () => change({ density: other }),
      })),
    {
      id: 'language',
      icon: IconLanguage,
      label: t('act.language'),
      words: t('act.languageWords'),
      run: () => change({ locale: preferences.locale === 'fr' ? 'en' : 'fr' }),
    },
    { id: 'sign-out', icon: IconLogout, label: t('act.signOut'), words: t('act.signOutWords'), run: leave },
  ];
}
