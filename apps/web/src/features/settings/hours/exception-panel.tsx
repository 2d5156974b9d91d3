import {
  addOpeningException,
  type OpeningExceptionForm,
  removeOpeningException,
} from '@pupitre/shared/practices/opening.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../keyboard/use-shortcut';
import { callApi } from '../../../lib/api-client';
import { focusAtMount } from '../../../lib/focus-at-mount';
import { useFormats } from '../../../lib/formats';
import { tellOwnAct } from '../../../lib/last-act';
import { useSubmissionKey } from '../../../lib/submission-key';
import { useServerDraft } from '../../../lib/use-server-draft';
import { Button } from '../../../ui/button';
import { DraftNotice } from '../../../ui/draft-notice';
import { ErrorState } from '../../../ui/error-state';
import { Panel } from '../../../ui/panel';
import { rereadSetup } from '../settings.queries';
import { EffectView } from './effect-view';
import { emptyException, readException, type TypedException, typedException } from './exception-draft';
import { ExceptionFields } from './exception-fields';
import { exceptionEffect } from './opening.queries';
import { useEffectWords } from './use-effect-words';

interface ExceptionPanelProps {
  setup: PracticeSetup;
  column: ResourceView;
  today: LocalDay;
  onClose: () => void;
}

/** One day that does not follow the week: open or closed for some hours, its effect told before it is saved. */
export function ExceptionPanel({ setup, column, today, onClose }: ExceptionPanelProps) {
  const { t } = useTranslation(['hours', 'settings']);
  const [typed, setTyped] = useState<TypedException>(emptyException);
  const [isTried, setTried] = useState(false);
  const formId = useId();
  const isDirty = JSON.stringify(typed) !== JSON.stringify(emptyException);
  const kept = useServerDraft({
    ...{ form: 'opening_exception' as const, subject: column.id, shape: typedException, body: typed, isDirty },
    onRestore: setTyped,
    onClear: () => setTyped(emptyException),
  });
  const reading = readException(typed, column.id, today);
  const practiceId = setup.practice.id;
  const effect = useQuery({
    ...exceptionEffect(practiceId, { add: reading.form ?? blank(column.id, today) }),
    enabled: reading.form !== null,
  });
  const addition = useAddException(practiceId, () => {
    kept.done();
    onClose();
  });
  const submit = () => {
    setTried(true);
    if (reading.form && !addition.isPending) addition.mutate(reading.form);
  };
  const giveUp = () => {
    setTyped(emptyException);
    kept.done();
    onClose();
  };
  useShortcut({
    id: 'settings.exception.save',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'settings:hours.save',
    groupKey: 'settings:title',
    run: submit,
  });
  return (
    <Panel
      label={t('exception.new')}
      head={<h2 className="set-panel-title">{t('exception.new')}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button onClick={giveUp}>{t('settings:cancel')}</Button>
          <Button look="primary" keys="Ctrl+Enter" type="submit" form={formId} busy={addition.isPending}>
            {t('exception.save')}
          </Button>
        </div>
      }
    >
      <DraftNotice draft={kept} />
      {addition.error && <ErrorState error={addition.error} onRetry={submit} />}
      {reading.form && effect.error && !addition.error && (
        <ErrorState error={effect.error} onRetry={() => void effect.refetch()} />
      )}
      {reading.form && effect.data && <EffectView effect={effect.data} />}
      <ExceptionFields
        formId={formId}
        setup={setup}
        column={column}
        typed={typed}
        reading={reading}
        isTried={isTried}
        firstField={focusAtMount}
        onType={(part) => {
          addition.reset();
          setTyped({ ...typed, ...part });
        }}
        onSubmit={submit}
      />
    </Panel>
  );
}

/** Never asked: the query is off while the form cannot be read. */
const blank = (resourceId: string, day: LocalDay): OpeningExceptionForm => ({
  ...{ resourceId, day, startMin: 0, endMin: 1440, effect: 'closed', reason: '', siteId: null },
});

function useAddException(practiceId: string, onAdded: () => void) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const said = useEffectWords();
  const undo = async (exceptionId: string) => {
    await callApi(removeOpeningException, { params: { practiceId, exceptionId } });
    await rereadSetup(client, practiceId);
  };
  return useMutation({
    mutationFn: (body: OpeningExceptionForm) =>
      callApi(addOpeningException, { params: { practiceId }, body, idempotencyKey: key.current() }),
    onSuccess: async ({ exception: { id, day: added }, ...effect }) => {
      key.renew();
      await rereadSetup(client, practiceId);
      const day = formats.dateLong(added);
      const sentence = [t('exception.saved', { day }), ...said(effect)].join(' ');
      tellOwnAct({ sentence, name: t('exception.act', { day }), undo: () => undo(id) });
      onAdded();
    },
    onError: () => key.renew(),
  });
}
