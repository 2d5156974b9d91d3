import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/preferences';
import { Dialog } from '../../ui/dialog';
import { Segmented } from '../../ui/segmented';

/** Language, theme, density and single keys; each choice shows at once and is kept on the account. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('session');
  const { preferences, change } = usePreferences();
  return (
    <Dialog title={t('menu.preferences')} onClose={onClose}>
      <div className="prefs">
        <div>
          <span>{t('menu.language')}</span>
          <Segmented
            label={t('menu.language')}
            value={preferences.locale}
            segments={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            onPick={(locale) => change({ locale })}
          />
        </div>
        <div>
          <span>{t('menu.theme')}</span>
          <Segmented
            label={t('menu.theme')}
            value={preferences.theme}
            segments={[
              { value: 'light', label: t('menu.light') },
              { value: 'dark', label: t('menu.dark') },
              { value: 'system', label: t('menu.system') },
            ]}
            onPick={(theme) => change({ theme })}
          />
        </div>
        <div>
          <span>{t('menu.density')}</span>
          <Segmented
            label={t('menu.density')}
            value={preferences.density}
            segments={[
              { value: 'auto', label: t('menu.auto') },
              { value: 'compact', label: t('menu.compact') },
              { value: 'normal', label: t('menu.normal') },
              { value: 'tactile', label: t('menu.tactile') },
            ]}
            onPick={(density) => change({ density })}
          />
        </div>
        <div>
          <span>{t('menu.letterKeys')}</span>
          <Segmented
            label={t('menu.letterKeys')}
            value={preferences.letterKeys ? 'on' : 'off'}
            segments={[
              { value: 'on', label: t('menu.on') },
              { value: 'off', label: t('menu.off') },
            ]}
            onPick={(on) => change({ letterKeys: on === 'on' })}
          />
        </div>
      </div>
    </Dialog>
  );
}
