import { IconAdjustments } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { partOf } from '../../lib/part-of';
import { ButtonShape } from '../../ui/button-shape';
import { Segmented } from '../../ui/segmented';
import { useViews } from './use-views';
import { MOST_KEYS } from './views';

const EVERYBODY = 'tous';
const menu = partOf(async () => (await import('./view-menu')).ViewMenu);

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

/** Menus are not needed to read the day: they come after it. */
export function ViewMenu() {
  return (
    <Suspense fallback={<ButtonShape icon={IconAdjustments} look="ghost" />}>
      <menu.Part />
    </Suspense>
  );
}
