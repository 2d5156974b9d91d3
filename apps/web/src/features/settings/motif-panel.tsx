import {
  addMotif,
  editMotif,
  type MotifForm,
  type MotifView,
  type PracticeSetup,
} from '@pupitre/shared/practices/practice.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { useSession } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { showToast } from '../../lib/toast';
import { useServerDraft } from '../../lib/use-server-draft';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { ErrorState } from '../../ui/error-state';
import { Panel } from '../../ui/panel';
import { createDrafts } from './drafts';
import { MotifConflict } from './motif-conflict';
import { readMotif, type TypedMotif, typedFrom, typedMotif } from './motif-draft';
import { MotifFields } from './motif-fields';
import { isStale, rereadSetup } from './settings.queries';

const motifDraft = z.object({
  /** What the typing began from. */
  baseVersion: z.number(),
  base: typedMotif,
  typed: typedMotif,
});
type MotifDraft = Readonly<z.output<typeof motifDraft>>;

const useDraft = createDrafts<MotifDraft>();
const isNameTaken = (error: unknown) => error instanceof ApiProblem && error.code === 'motif.name_taken';

interface MotifPanelProps {
  setup: PracticeSetup;
  /** Undefined: a new one. */
  motif: MotifView | undefined;
  onSaved: (motifId: string) => void;
  onClose: () => void;
}

export function MotifPanel({ setup, motif, onSaved, onClose }: MotifPanelProps) {
  const { t } = useTranslation('settings');
  const { account } = useSession();
  const { practice, resources } = setup;
  const [draft, keep] = useDraft(`${account.id} ${practice.id} ${motif?.id ?? 'new'}`);
  const columns = resources.filter(({ id, active }) => active || motif?.resourceIds.includes(id));
  const current = typedFrom(motif, []);
  const typed = draft?.typed ?? current;
  const base = draft?.base ?? current;
  const currentVersion = motif?.version ?? 0;
  const baseVersion = draft?.baseVersion ?? currentVersion;
  const isBehind = baseVersion !== currentVersion;
  const kept = useServerDraft({
    ...{ form: 'motif', subject: motif?.id ?? 'new', shape: motifDraft, isDirty: draft !== undefined },
    body: draft ?? { baseVersion, base, typed },
    onRestore: keep,
    onClear: () => keep(undefined),
  });
  const reading = readMotif(typed);
  const formId = useId();
  const [isTried, setTried] = useState(false);
  const saving = useSaveMotif(practice.id, motif?.id, baseVersion, (saved) => {
    keep(undefined);
    kept.done();
    setTried(false);
    onSaved(saved.id);
  });
  const change = (part: Partial<TypedMotif>) => {
    saving.touch();
    keep({ baseVersion, base, typed: { ...typed, ...part } });
  };
  const submit = () => {
    setTried(true);
    if (reading.form && !isBehind && !saving.isPending) saving.mutate(reading.form);
  };
  const giveUp = () => {
    saving.touch();
    keep(undefined);
    kept.done();
    setTried(false);
  };
  useShortcut({
    id: 'settings.motifs.save',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'settings:motifs.save',
    groupKey: 'settings:title',
    run: submit,
  });
  const { error } = saving;
  const title = motif ? t('motifs.edit') : t('motifs.new');

  return (
    <Panel
      label={title}
      head={<h2 className="set-panel-title">{title}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button onClick={giveUp} disabled={!draft || saving.isPending}>
            {t('cancel')}
          </Button>
          <Button
            look="primary"
            keys="Ctrl+Enter"
            type="submit"
            form={formId}
            disabled={!draft || isBehind}
            busy={saving.isPending}
          >
            {t('motifs.save')}
          </Button>
        </div>
      }
    >
      {isBehind && motif ? (
        <MotifConflict
          key={currentVersion}
          motif={motif}
          setup={setup}
          base={base}
          typed={typed}
          onSettle={(settled) => keep({ baseVersion: currentVersion, base: current, typed: settled })}
        />
      ) : (
        <DraftNotice draft={kept} />
      )}
      {error && !isStale(error) && !isNameTaken(error) && <ErrorState error={error} onRetry={submit} />}
      <MotifFields
        formId={formId}
        practiceId={practice.id}
        zone={practice.zone}
        columns={columns}
        pools={setup.pools}
        typed={typed}
        faults={isTried ? reading.faults : new Set()}
        isNameTaken={isNameTaken(error)}
        onType={change}
        onSubmit={submit}
      />
    </Panel>
  );
}

function useSaveMotif(
  practiceId: string,
  motifId: string | undefined,
  baseVersion: number,
  onSaved: (motif: MotifView) => void,
) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const key = useSubmissionKey();
  const { reset, ...mutation } = useMutation({
    mutationFn: (body: MotifForm) =>
      motifId
        ? callApi(editMotif, { params: { practiceId, motifId }, body, ifMatch: baseVersion })
        : callApi(addMotif, { params: { practiceId }, body, idempotencyKey: key.current() }),
    onSuccess: async (motif) => {
      key.renew();
      await rereadSetup(client, practiceId);
      showToast({ text: t('motifs.saved', { name: motif.name }) });
      onSaved(motif);
    },
    onError: (error) => (isStale(error) ? rereadSetup(client, practiceId) : undefined),
  });
  const touch = () => {
    key.renew();
    reset();
  };
  return { ...mutation, touch };
}
