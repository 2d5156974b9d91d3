import { type ResourceView, saveOpeningHours, undoOpeningHours } from '@pupitre/shared/practices/practice.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../lib/api-client';
import { tellAct } from '../../../lib/last-act';
import { isStale, rereadSetup } from '../settings.queries';
import type { HoursDraftState } from '../use-hours-draft';
import { useEffectWords } from './use-effect-words';

/** The save, and Ctrl+Z that gives the hours of before back; each says whom it leaves outside. */
export function useSaveHours(practiceId: string, column: ResourceView, draft: HoursDraftState) {
  const { t } = useTranslation(['settings', 'hours']);
  const client = useQueryClient();
  const said = useEffectWords();
  const save = useMutation({
    mutationFn: () =>
      callApi(saveOpeningHours, {
        params: { practiceId, resourceId: column.id },
        body: draft.request ?? { hours: [] },
        ifMatch: draft.baseVersion,
      }),
    onSuccess: async ({ change: { id, until }, ...effect }) => {
      await rereadSetup(client, practiceId);
      draft.giveUp();
      const { name } = column;
      const sentence = [t('hours.saved', { name }), ...said(effect)].join(' ');
      tellAct({ id, sentence, name: t('hours:act', { name }), until, undo: () => undo(id) });
    },
    onError: (error) => (isStale(error) ? rereadSetup(client, practiceId) : undefined),
  });
  const undo = async (changeId: string) => {
    const effect = await callApi(undoOpeningHours, { params: { practiceId, changeId } });
    save.reset();
    await rereadSetup(client, practiceId);
    return said(effect).join(' ');
  };
  return save;
}
