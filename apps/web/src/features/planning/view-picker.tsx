import { Menu } from '@mantine/core';
import { IconAdjustments, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { usePreferences } from '../../lib/preferences';
import { Icon } from '../../ui/icon';
import { Kbd } from '../../ui/kbd';
import { Segmented } from '../../ui/segmented';
import { useDayScreen } from './day-screen-context';
import { type View, viewsOf } from './views';

const EVERYBODY = 'tous';

function useViews() {
  const { t } = useTranslation('planning');
  const { setup, search, go } = useDayScreen();
  const views = viewsOf(setup);
  const nameOf = ({ name }: View) => ('resource' in name ? name.resource.shortName : t(`view.${name.word}`));
  const show = (value: string | undefined) => go({ vue: value as typeof search.vue }, true);
  return { views, nameOf, show, current: search.vue };
}

/** The views used most, side by side: everybody, the doctors, the rooms, and the one in force. */
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
          onPick={(value) => show(value === EVERYBODY ? undefined : value)}
        />
      )}
      {views.map((view, index) => (
        <ViewKey key={view.value ?? EVERYBODY} rank={index + 1} onPress={() => show(view.value)} />
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

/** Every view with its key, and the density. */
export function ViewMenu() {
  const { t } = useTranslation('planning');
  const { views, nameOf, show, current } = useViews();
  const { preferences, change } = usePreferences();
  return (
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
            onClick={() => show(view.value)}
            rightSection={<Kbd keys={`Alt+${index + 1}`} />}
          >
            {nameOf(view)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('view.density')}</Menu.Label>
        {(['compact', 'normal'] as const).map((density) => (
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
  );
}
