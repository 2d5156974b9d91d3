import { type Preferences, savePreferences } from '@pupitre/shared/session/session.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from './api-client';
import { applyAppearance } from './appearance';
import { changeLocale } from './i18n';
import { sessionQuery, useSession } from './session';

/** The account's preferences, and how to change some of them: shown at once, kept on the account. */
export function usePreferences(): { preferences: Preferences; change: (part: Partial<Preferences>) => void } {
  const client = useQueryClient();
  const { preferences } = useSession();
  const { mutate } = useMutation({
    mutationFn: (body: Partial<Preferences>) => callApi(savePreferences, { body }),
    onMutate: (body) => {
      client.setQueryData(sessionQuery.queryKey, (held) => {
        if (!held) return held;
        const views = { ...held.preferences.views, ...body.views };
        return { ...held, preferences: { ...held.preferences, ...body, views } };
      });
      showPreferences({ ...preferences, ...body });
    },
    // What was not kept is not shown as if it were.
    onError: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  return { preferences, change: mutate };
}

export function showPreferences(preferences: Preferences): void {
  applyAppearance(preferences);
  void changeLocale(preferences.locale);
}
