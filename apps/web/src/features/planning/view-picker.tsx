import { Menu } from '@mantine/core';
import { densities } from '@pupitre/shared/session/session.contract';
import { IconAdjustments, IconBookmarks, IconCheck } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { usePreferences } from '../../lib/preferences';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { Segmented } from '../../ui/segmented';
import { useViews } from './use-views';
import { MOST_KEYS } from './views';

const EVERYBODY = 'tous';
const ViewsDialog = lazy(() => import('./views-dialog').then((file) => ({ default: file.ViewsDialog })));

/** The views used most, side by side: hers, everybody, the doctors, the rooms, and the one in force. */
export function ViewPicker() {
  const { t } = useTranslation('planning');
  const { views, nameOf, show, current } = useViews();
  const shown = views.filter(
    ({ value, name }) => !('resource' in name) || name.resource.kind === 'room' || value === current,
  );
  return (
    <>
      {shown.length > 1 && (
        <Segmented
          label={t('view.label')}
          segments={shown.map((view) => ({ value: view.value ?? EVERYBODY, label: nameOf(view) }))}
          value={current ?? EVERYBODY}
          onPick={(picked) => {
            const view = views.find(({ value }) => (value ?? EVERYBODY) === picked);
            if (view) show(view);
          }}
        />
      )}
      {views.slice(0, MOST_KEYS).map((view, index) => (
        <ViewKey key={view.value ?? EVERYBODY} rank={index + 1} onPress={() => show(view)} />
      ))}
    </>
  );
}

function ViewKey({ rank, onPress }: { rank: number; onPress: () => void }) {
  useShortcut({
    id: 'day.view',
    keys: `Alt+${rank}`,
    scope: 'global',
    labelKey: 'planning:view.label',
    groupKey: 'planning:keys.title',
    run: onPress,
  });
  return null;
}

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
              key={view.value ?? EVERYBODY}
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
