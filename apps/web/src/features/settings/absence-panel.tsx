import { addAbsence, type PracticeSetup, type ResourceView } from '@pupitre/shared/practices/practice.contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { type AbsenceRequest, readAbsence, type TypedAbsence, typedAbsence } from '../../lib/absence-form';
import { callApi } from '../../lib/api-client';
import { serverNow } from '../../lib/clock';
import { focusAtMount } from '../../lib/focus-at-mount';
import { useSession } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { showToast } from '../../lib/toast';
import { useServerDraft } from '../../lib/use-server-draft';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { Panel } from '../../ui/panel';
import { AbsenceFields } from './absence-fields';
import { useAbsenceWords } from './absence-words';
import { createDrafts } from './drafts';
import { rereadSetup } from './settings.queries';

const useDraft = createDrafts<TypedAbsence>();

interface AbsencePanelProps {
  setup: PracticeSetup;
  column: ResourceView | undefined;
  /** Opened by its button: the first field has the focus. */
  takesFocus: boolean;
  onClose: () => void;
}

/** Notes an absence; afterwards tells how many patients it meets. */
export function AbsencePanel({ setup, column, takesFocus, onClose }: AbsencePanelProps) {
  const { t } = useTranslation('settings');
  const { account } = useSession();
  const { practice } = setup;
  const [draft, keep] = useDraft(`${account.id} ${practice.id}`);
  const typed = draft ?? emptyAbsence(column?.id ?? '');
  const kept = useServerDraft({
    ...{ form: 'absence', subject: 'new', shape: typedAbsence, body: typed, isDirty: draft !== undefined },
    onRestore: keep,
    onClear: () => keep(undefined),
  });
  const reading = readAbsence(typed, serverNow(), practice.zone);
  const [isTried, setTried] = useState(false);
  const formId = useId();
  const firstField = useRef<HTMLInputElement>(null);
  const addition = useAddAbsence(setup, () => {
    keep(undefined);
    kept.done();
    setTried(false);
    firstField.current?.focus();
  });
  const change = (part: Partial<TypedAbsence>) => {
    addition.touch();
    keep({ ...typed, ...part });
  };
  const submit = () => {
    setTried(true);
    if (reading.request && !addition.isPending) addition.mutate(reading.request);
  };
  const giveUp = () => {
    addition.touch();
    keep(undefined);
    kept.done();
    setTried(false);
  };
  useShortcut({
    id: 'settings.absences.add',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'settings:absences.save',
    groupKey: 'settings:title',
    run: submit,
  });

  return (
    <Panel
      label={t('absences.new')}
      head={<h2 className="set-panel-title">{t('absences.new')}</h2>}
      onClose={onClose}
      foot={
        <div className="set-foot">
          <Button onClick={giveUp} disabled={!draft || addition.isPending}>
            {t('cancel')}
          </Button>
          <Button look="primary" keys="Ctrl+Enter" type="submit" form={formId} busy={addition.isPending}>
            {t('absences.save')}
          </Button>
        </div>
      }
    >
      <DraftNotice draft={kept} />
      {addition.data && (
        <AbsenceEffect
          hit={addition.data.appointmentsHit}
          absenceId={addition.data.absence.id}
          practiceId={practice.id}
        />
      )}
      {addition.error && <ErrorState error={addition.error} onRetry={submit} />}
      <AbsenceFields
        formId={formId}
        columns={absentees(setup)}
        typed={typed}
        reading={reading}
        isTried={isTried}
        firstField={(field) => {
          if (takesFocus && !firstField.current) focusAtMount(field);
          firstField.current = field;
        }}
        onType={change}
        onSubmit={submit}
      />
    </Panel>
  );
}

/** Columns, then the rooms and machines that may be in repair. */
const absentees = ({ resources, pools }: PracticeSetup) =>
  [...resources, ...pools.flatMap(({ members }) => members)].filter(({ active }) => active);

const emptyAbsence = (resourceId: string): TypedAbsence => ({
  resourceId,
  fromDay: '',
  fromTime: '',
  toDay: '',
  toTime: '',
  reason: 'leave',
  note: '',
});

function AbsenceEffect({ hit, absenceId, practiceId }: { hit: number; absenceId: string; practiceId: string }) {
  const { t } = useTranslation('settings');
  if (hit === 0) return <p className="set-effect is-none">{t('absences.noneHit')}</p>;
  return (
    <section className="set-effect" role="status">
      <h3>
        <Icon of={IconAlertTriangle} />
        {t('absences.hit', { count: hit })}
      </h3>
      <p>{t('absences.hitKept')}</p>
      <Link className="link" to="/p/$practiceId/absences/$absenceId" params={{ practiceId, absenceId }}>
        {t('absences.replace')}
      </Link>
    </section>
  );
}

function useAddAbsence(setup: PracticeSetup, onAdded: () => void) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const key = useSubmissionKey();
  const words = useAbsenceWords(setup.practice.zone);
  const { reset, ...mutation } = useMutation({
    mutationFn: (body: AbsenceRequest) =>
      callApi(addAbsence, { params: { practiceId: setup.practice.id }, body, idempotencyKey: key.current() }),
    onSuccess: async ({ absence }) => {
      key.renew();
      await rereadSetup(client, setup.practice.id);
      const name = absentees(setup).find(({ id }) => id === absence.resourceId)?.name ?? '';
      showToast({ text: t('absences.added', { name, span: words.span(absence) }) });
      onAdded();
    },
  });
  const touch = () => {
    key.renew();
    reset();
  };
  return { ...mutation, touch };
}
