import type { SavedView } from '@pupitre/shared/session/session.contract';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/preferences';
import { useDayScreen } from './day-screen-context';
import { type View, viewsOf } from './views';

const NONE: readonly SavedView[] = [];

/** The views a person named in a practice; they are her account's, so she finds them on every desk. */
export function useSavedViews(practiceId: string) {
  const { preferences, change } = usePreferences();
  const save = (views: SavedView[]) => change({ views: { [practiceId]: views } });
  return { saved: preferences.views[practiceId] ?? NONE, save };
}

/** Every view of the day, its name, and how it is opened: one of hers brings its own list and density. */
export function useViews() {
  const { t } = useTranslation('planning');
  const { practiceId, setup, search, go } = useDayScreen();
  const { change } = usePreferences();
  const { saved } = useSavedViews(practiceId);
  const views = viewsOf(setup, saved);
  const nameOf = ({ name }: View) => {
    if ('own' in name) return name.own.name;
    return 'resource' in name ? name.resource.shortName : t(`view.${name.word}`);
  };
  const show = ({ value, name }: View) => {
    const vue = value as typeof search.vue;
    if (!('own' in name)) {
      go({ vue }, true);
      return;
    }
    go({ vue, liste: name.own.list || undefined }, true);
    if (name.own.density) change({ density: name.own.density });
  };
  return { views, nameOf, show, current: search.vue };
}
