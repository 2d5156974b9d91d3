import { Menu } from '@mantine/core';
import { densities } from '@pupitre/shared/session/session.contract';
import { IconAdjustments, IconBookmarks, IconCheck } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/preferences';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { useViews } from './use-views';
import { MOST_KEYS } from './views';

const ViewsDialog = lazy(() => import('./views-dialog').then((file) => ({ default: file.ViewsDialog })));

/** Every view with its key, the way to name one's own, and the density. */
export function ViewMenu() {
  const { t } = useTranslation('planning');
  const { views, nameOf, show, current } = useViews();
  const { preferences, change } = usePreferences();
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <Menu withinPortal position="bottom-end" returnFocus>
        <Menu.Target>
          <button type="button" className="btn icon s ghost" aria-label={t('view.more')} title={t('view.more')}>
            <Icon of={IconAdjustments} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('view.label')}</Menu.Label>
          {views.map((view, index) => (
            <Menu.Item
              key={view.value ?? ''}
              aria-current={view.value === current}
              onClick={() => show(view)}
              rightSection={index < MOST_KEYS && <Kbd keys={`Alt+${index + 1}`} />}
            >
              {nameOf(view)}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<Icon of={IconBookmarks} />} onClick={() => setNaming(true)}>
            {t('view.own')}
          </Menu.Item>
          <Menu.Label>{t('view.density')}</Menu.Label>
          {([...densities, 'auto'] as const).map((density) => (
            <Menu.Item
              key={density}
              aria-current={preferences.density === density}
              onClick={() => change({ density })}
              rightSection={preferences.density === density && <Icon of={IconCheck} />}
            >
              {t(`view.${density}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isNaming && (
        <Suspense fallback={null}>
          <ViewsDialog onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  );
}
