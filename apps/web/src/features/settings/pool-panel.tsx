import { addPool, editPool, type PoolForm, type PoolView } from '@pupitre/shared/practices/pool.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { clashesOf, mergedOf, type Side } from '../../lib/conflict';
import { useSession } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { showToast } from '../../lib/toast';
import { useServerDraft } from '../../lib/use-server-draft';
import { Button } from '../../ui/button';
import { ConflictView } from '../../ui/conflict-view';
import { DraftNotice } from '../../ui/draft-notice';
import { ErrorState } from '../../ui/error-state';
import { Panel } from '../../ui/panel';
import { createDrafts } from './drafts';
import { readPool, type TypedPool, typedFrom, typedPool } from './pool-draft';
import { PoolFields } from './pool-fields';
import { isStale, rereadSetup } from './settings.queries';

const poolDraft = z.object({ baseVersion: z.number(), base: typedPool, typed: typedPool });
type PoolDraft = Readonly<z.output<typeof poolDraft>>;

const useDraft = createDrafts<PoolDraft>();
const isNameTaken = (error: unknown) => error instanceof ApiProblem && error.code === 'pool.name_taken';

interface PoolPanelProps {
  setup: PracticeSetup;
  /** Undefined: a new one. */
  pool: PoolView | undefined;
  onSaved: (poolId: string) => void;
  onClose: () => void;
}

export function PoolPanel({ setup, pool, onSaved, onClose }: PoolPanelProps) {
  const { t } = useTranslation('pools');
  const { account } = useSession();
  const { practice } = setup;
  const [draft, keep] = useDraft(`${account.id} ${practice.id} ${pool?.id ?? 'new'}`);
  const current = typedFrom(pool);
  const { typed, base } = draft ?? { typed: current, base: current };
  const currentVersion = pool?.version ?? 0;
  const baseVersion = draft?.baseVersion ?? currentVersion;
  const isBehind = baseVersion !== currentVersion;
  const kept = useServerDraft({
    ...{ form: 'pool', subject: pool?.id ?? 'new', shape: poolDraft, isDirty: draft !== undefined },
    body: { baseVersion, base, typed },
    onRestore: keep,
    onClear: () => keep(undefined),
  });
  const reading = readPool(typed);
  const formId = useId();
  const [isTried, setTried] = useState(false);
  const forget = () => {
    keep(undefined);
    kept.done();
    setTried(false);
  };
  const saving = useSavePool(practice.id, pool?.id, baseVersion, (saved) => {
    forget();
    onSaved(saved.id);
  });
  const submit = () => {
    setTried(true);
    if (reading.form && !isBehind && !saving.isPending) saving.mutate(reading.form);
  };
  useShortcut({
    ...{ id: 'settings.pools.save', keys: 'Ctrl+Enter', scope: 'global' },
    ...{ labelKey: 'pools:save', groupKey: 'settings:title', run: submit },
  });
  const { error } = saving;
  const title = t(pool ? 'edit' : 'new');
  return (
    <Panel
      label={title}
      head={<h2 className="set-panel-title">{title}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button
            onClick={() => {
              saving.touch();
              forget();
            }}
            disabled={!draft || saving.isPending}
          >
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
            {t('save')}
          </Button>
        </div>
      }
    >
      {isBehind && pool ? (
        <PoolConflict
          key={currentVersion}
          pool={pool}
          base={base}
          typed={typed}
          onSettle={(settled) => keep({ baseVersion: currentVersion, base: current, typed: settled })}
        />
      ) : (
        <DraftNotice draft={kept} />
      )}
      {error && !isStale(error) && !isNameTaken(error) && <ErrorState error={error} onRetry={submit} />}
      <PoolFields
        formId={formId}
        typed={typed}
        reading={reading}
        isTried={isTried}
        isNameTaken={isNameTaken(error)}
        onType={(part) => {
          saving.touch();
          keep({ baseVersion, base, typed: { ...typed, ...part } });
        }}
        onSubmit={submit}
      />
    </Panel>
  );
}

interface PoolConflictProps {
  pool: PoolView;
  base: TypedPool;
  typed: TypedPool;
  onSettle: (settled: TypedPool) => void;
}

/** A colleague saved the same pool: its name and its members, hers or ours. */
function PoolConflict({ pool, base, typed, onSettle }: PoolConflictProps) {
  const { t } = useTranslation('pools');
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const theirs = typedFrom(pool);
  const clashes = clashesOf(base, theirs, typed);
  const say = (field: keyof TypedPool, values: TypedPool) =>
    field === 'name'
      ? values.name
      : values.members.map(({ name, active }) => (active ? name : t('retiredOne', { name }))).join(', ');
  return (
    <ConflictView
      kind="pool"
      subjectId={pool.id}
      version={pool.version}
      fields={clashes.map((field) => ({
        field,
        label: t(field),
        before: say(field, base),
        theirs: say(field, theirs),
        mine: say(field, typed),
        choice: choices[field] ?? 'mine',
      }))}
      onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      onChooseAll={(side) => setChoices(Object.fromEntries(clashes.map((field) => [field, side])))}
      onSettle={() => onSettle(mergedOf(base, theirs, typed, choices))}
    />
  );
}

function useSavePool(
  practiceId: string,
  poolId: string | undefined,
  baseVersion: number,
  onSaved: (pool: PoolView) => void,
) {
  const { t } = useTranslation('pools');
  const client = useQueryClient();
  const key = useSubmissionKey();
  const { reset, ...mutation } = useMutation({
    mutationFn: (body: PoolForm) =>
      poolId
        ? callApi(editPool, { params: { practiceId, poolId }, body, ifMatch: baseVersion })
        : callApi(addPool, { params: { practiceId }, body, idempotencyKey: key.current() }),
    onSuccess: async (pool) => {
      key.renew();
      await rereadSetup(client, practiceId);
      showToast({ text: t('saved', { name: pool.name }) });
      onSaved(pool);
    },
    onError: (error) => (isStale(error) ? rereadSetup(client, practiceId) : undefined),
  });
  const touch = () => {
    key.renew();
    reset();
  };
  return { ...mutation, touch };
}
