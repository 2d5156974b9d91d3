import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { forgetAct, lastActStore, useLastAct } from '../../lib/last-act';
import { useProblemSentence } from '../../lib/problem-sentence';
import { hideToast, showToast } from '../../lib/toast';

/** Undoes the last act on the server and says how it went; says so when the last one has no way back. */
export function useUndo(): () => void {
  const { t } = useTranslation('frame');
  const say = useProblemSentence();
  return useCallback(() => {
    const act = lastActStore.get();
    if (!act) {
      showToast({ text: t('nothingToUndo') });
      return;
    }
    forgetAct();
    act.undo().then(
      (told) => {
        const undone = t('undone', { name: act.name });
        showToast({ text: typeof told === 'string' && told !== '' ? `${undone} ${told}` : undone });
      },
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
    if (!act) return;
    const id = showToast({ text: act.sentence, act: { label: t('undo'), keys: 'Ctrl+Z', run: undo } });
    // Its « Annuler » would be about an act that is no longer the last.
    return () => hideToast(id);
  }, [act, t, undo]);
  useShortcut({
    id: 'frame.undo',
    keys: 'Ctrl+Z',
    scope: 'global',
    inFields: false,
    labelKey: 'keyboard:frame.undo',
    groupKey: 'keyboard:frame.title',
    run: undo,
  });
}
