import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnyWords } from '../lib/any-words';
import { Kbd } from '../ui/kbd';
import { registeredShortcuts, type Shortcut, watchShortcuts } from './shortcut-registry';

/** The groups of the sheet in order of registration; a key that two screens share is told once. */
function groupsOf(shortcuts: readonly Shortcut[]): [group: string, shortcuts: Shortcut[]][] {
  const groups = new Map<string, Map<string, Shortcut>>();
  for (const shortcut of shortcuts) {
    const group = groups.get(shortcut.groupKey) ?? new Map<string, Shortcut>();
    groups.set(shortcut.groupKey, group.set(shortcut.id, shortcut));
  }
  return [...groups].map(([group, held]) => [group, [...held.values()]]);
}

/** Every key that acts now, by screen: what is listed is what is registered, so it cannot lie. */
export function KeyList() {
  const say = useAnyWords();
  const shortcuts = useSyncExternalStore(watchShortcuts, registeredShortcuts);
  return (
    <div className="keys">
      {groupsOf(shortcuts).map(([group, held]) => (
        <section key={group}>
          <h3 className="h3">{say(group)}</h3>
          <ul>
            {held.map((shortcut) => (
              <li key={shortcut.id}>
                <span className="trunc">{say(shortcut.labelKey)}</span>
                <Kbd keys={shortcut.keys} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Shown while Alt is held; takes no focus, so that nothing is lost. */
export function HelpSheet() {
  const { t } = useTranslation('keyboard');
  return (
    <div className="key-sheet" role="status" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <KeyList />
    </div>
  );
}
