import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { forgetAct, lastActStore, useLastAct } from '../../lib/last-act';
import { useProblemSentence } from '../../lib/problem-sentence';
import { showToast } from '../../lib/toast';

/** Undoes the last act on the server and says how it went. */
export function useUndo(): () => void {
  const { t } = useTranslation('frame');
  const say = useProblemSentence();
  return useCallback(() => {
    const act = lastActStore.get();
    if (!act) return;
    forgetAct();
    act.undo().then(
      () => showToast({ text: t('undone', { name: act.name }) }),
      (error: unknown) => showToast({ text: t('undoFailed', { sentence: say(error).sentence }) }),
    );
  }, [t, say]);
}

/** A toast for each act that can be undone, and Ctrl+Z outside text fields (inside, the field's own undo). */
export function useActFeedback(): void {
  const { t } = useTranslation('frame');
  const act = useLastAct();
  const undo = useUndo();
  useEffect(() => {
    if (act) showToast({ text: act.sentence, act: { label: t('undo'), keys: 'Ctrl+Z', run: undo } });
  }, [act, t, undo]);
  useShortcut({
    id: 'frame.undo',
    keys: 'Ctrl+Z',
    scope: 'global',
    inFields: false,
    enabled: act !== null,
    labelKey: 'keyboard:frame.undo',
    groupKey: 'keyboard:frame.title',
    run: undo,
  });
}
