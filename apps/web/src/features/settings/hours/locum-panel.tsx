import {
  addLocum,
  editLocum,
  type LocumForm,
  type LocumView,
  removeLocum,
} from '@pupitre/shared/practices/locum.contract';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../keyboard/use-shortcut';
import { callApi } from '../../../lib/api-client';
import { useFormats } from '../../../lib/formats';
import { tellOwnAct } from '../../../lib/last-act';
import { shortPersonName } from '../../../lib/person-name';
import { useSubmissionKey } from '../../../lib/submission-key';
import { showToast } from '../../../lib/toast';
import { useServerDraft } from '../../../lib/use-server-draft';
import { Button } from '../../../ui/button';
import { DraftNotice } from '../../../ui/draft-notice';
import { ErrorState } from '../../../ui/error-state';
import { Panel } from '../../../ui/panel';
import { rereadSetup } from '../settings.queries';
import { EffectView } from './effect-view';
import { emptyLocum, readLocum, type TypedLocum, typedFrom, typedLocum } from './locum-draft';
import { LocumFields } from './locum-fields';
import { locumEffect } from './opening.queries';

interface LocumPanelProps {
  setup: PracticeSetup;
  column: ResourceView;
  today: LocalDay;
  /** Absent: a new one. */
  locum: LocumView | undefined;
  onClose: () => void;
}

/** Who works in this agenda while its practitioner is away. */
export function LocumPanel({ setup, column, today, locum, onClose }: LocumPanelProps) {
  const { t } = useTranslation(['hours', 'settings']);
  const formats = useFormats();
  const [saved] = useState(locum);
  const start = saved ? typedFrom(saved, formats.dateShort) : emptyLocum;
  const [typed, setTyped] = useState<TypedLocum>(start);
  const [isTried, setTried] = useState(false);
  const formId = useId();
  const isDirty = JSON.stringify(typed) !== JSON.stringify(start);
  const kept = useServerDraft({
    ...{ form: 'locum' as const, subject: saved?.id ?? column.id, shape: typedLocum, body: typed, isDirty },
    onRestore: setTyped,
    onClear: () => setTyped(start),
  });
  const reading = readLocum(typed, column.id, today);
  const practiceId = setup.practice.id;
  const effect = useQuery({
    ...locumEffect(practiceId, { locumId: saved?.id ?? null, form: reading.form }),
    enabled: reading.form !== null,
  });
  const saving = useSaveLocum(practiceId, saved, () => {
    kept.done();
    onClose();
  });
  const submit = () => {
    setTried(true);
    if (reading.form && !saving.isPending) saving.mutate(reading.form);
  };
  useShortcut({
    id: 'settings.locum.save',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'settings:hours.save',
    groupKey: 'settings:title',
    run: submit,
  });
  const title = t(saved ? 'locum.edit' : 'locum.new', { name: column.shortName });
  return (
    <Panel
      label={title}
      head={<h2 className="set-panel-title">{title}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button
            onClick={() => {
              setTyped(start);
              kept.done();
              onClose();
            }}
          >
            {t('settings:cancel')}
          </Button>
          <Button look="primary" keys="Ctrl+Enter" type="submit" form={formId} busy={saving.isPending}>
            {t('locum.save')}
          </Button>
        </div>
      }
    >
      <DraftNotice draft={kept} />
      {saving.error && <ErrorState error={saving.error} onRetry={submit} />}
      {reading.form && effect.error && !saving.error && (
        <ErrorState error={effect.error} onRetry={() => void effect.refetch()} />
      )}
      {reading.form && effect.data && <EffectView effect={effect.data} />}
      <LocumFields
        formId={formId}
        practiceId={practiceId}
        typed={typed}
        reading={reading}
        isTried={isTried}
        onType={(part) => {
          saving.reset();
          setTyped({ ...typed, ...part });
        }}
        onSubmit={submit}
      />
    </Panel>
  );
}

function useSaveLocum(practiceId: string, saved: LocumView | undefined, onSaved: () => void) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const undo = async (locumId: string) => {
    await callApi(removeLocum, { params: { practiceId, locumId } });
    await rereadSetup(client, practiceId);
  };
  return useMutation({
    mutationFn: (body: LocumForm) =>
      saved
        ? callApi(editLocum, { params: { practiceId, locumId: saved.id }, body, ifMatch: saved.version })
        : callApi(addLocum, { params: { practiceId }, body, idempotencyKey: key.current() }),
    onSuccess: async ({ locum }) => {
      key.renew();
      await rereadSetup(client, practiceId);
      const days = { from: formats.dateOfMonth(locum.fromDay), to: formats.dateOfMonth(locum.toDay) };
      const name = shortPersonName(locum);
      const sentence = t('locum.saved', { name, ...days });
      if (saved) showToast({ text: sentence });
      else tellOwnAct({ sentence, name: t('locum.act', { name }), undo: () => undo(locum.id) });
      onSaved();
    },
    onError: () => {
      key.renew();
      return rereadSetup(client, practiceId);
    },
  });
}
