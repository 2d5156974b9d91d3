import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../features/settings/settings-frame';
import { useMembership } from '../lib/session';
import { settingsPartsOf } from './settings-parts';

const route = getRouteApi('/p/$practiceId/reglages');

/** The parts of the settings that this person may see, and the one in hand. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { part } = route.useRouteContext();
  const entries = settingsPartsOf(useMembership()).map(({ key, icon }) => ({ key, icon, label: t(`part.${key}`) }));
  return (
    <SettingsFrame entries={entries} current={part.key}>
      <part.screen key={part.key} />
    </SettingsFrame>
  );
}
