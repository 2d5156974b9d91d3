import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import {
  addWaiting,
  editWaiting,
  type WaitingEntry,
  waitingEdit,
  withdrawWaiting,
} from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useShortcut } from '../../keyboard/use-shortcut';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { useServerDraft } from '../../lib/use-server-draft';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { ErrorState } from '../../ui/error-state';
import { Panel } from '../../ui/panel';
import { AlikeNotice } from './alike-notice';
import { EntryHead } from './entry-head';
import { useReadAgain, useTellWait } from './use-waiting-acts';
import type { WaitingStart } from './waiting-store';
import { WishConflict } from './wish-conflict';
import { blankWish, readWish, type TypedWish, typedFrom, typedWish } from './wish-draft';
import { WishFields } from './wish-fields';

const wishDraft = z.object({
  /** What the typing began from; 0 for a new entry. */
  baseVersion: z.number(),
  base: typedWish,
  typed: typedWish,
});
type WishDraft = Readonly<z.output<typeof wishDraft>>;

interface WishPanelProps {
  setup: PracticeSetup;
  /** Absent: a new one, beginning with `start`. */
  entry?: WaitingEntry;
  start?: WaitingStart;
  renderPatientPicker: ((onPick: (patient: PatientHit) => void) => ReactNode) | undefined;
  onOpen: (entryId: string) => void;
  onSaved: (entryId: string) => void;
  onClose: () => void;
}

const noStart: WaitingStart = {};

/** What somebody waits for, being written down. What is typed outlives the panel, a lock and a failure. */
export function WishPanel({ setup, entry, start = noStart, renderPatientPicker, ...doors }: WishPanelProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const { practiceId, zone } = useMembership();
  const today = todayIn(zone, serverNow());
  const asked = setup.motifs.find(({ id }) => id === start.motifId);
  const current = entry
    ? typedFrom(entry, formats.dateShort, formats.timeOfMinutes)
    : blankWish(start, asked ?? setup.motifs.find(({ active }) => active), formats.dateShort);
  const [draft, keep] = useState<WishDraft>();
  const version = entry?.version ?? 0;
  const { typed, base, baseVersion } = draft ?? { typed: current, base: current, baseVersion: version };
  const isBehind = baseVersion !== version;
  const kept = useServerDraft({
    ...{ form: 'waiting_entry', subject: entry?.id ?? 'new', shape: wishDraft, isDirty: draft !== undefined },
    body: { baseVersion, base, typed },
    // Somebody was just chosen on the screen: an older draft of another one waits for a word.
    enabled: entry !== undefined || start.patient === undefined,
    onRestore: keep,
    onClear: () => keep(undefined),
  });
  const reading = readWish(typed, today);
  const [isTried, setTried] = useState(false);
  const saving = useSaveWish(practiceId, entry, baseVersion, (saved) => {
    kept.done();
    doors.onSaved(saved.id);
  });
  const change = (part: Partial<TypedWish>) => {
    saving.touch();
    keep({ baseVersion, base, typed: { ...typed, ...part } });
  };
  const submit = () => {
    setTried(true);
    if (reading.wish && typed.patient && !isBehind && !saving.isPending) {
      saving.mutate({ patientId: typed.patient.id, ...reading.wish });
    }
  };
  useShortcut({
    ...{ id: 'waiting.save', keys: 'Ctrl+Enter', scope: 'global', inFields: true },
    ...{ labelKey: 'waiting-list:keys.save', groupKey: 'waiting-list:keys.title' },
    run: submit,
  });
  const formId = useId();
  const body = useFirstField();
  const title = t(entry ? 'form.edit' : 'form.new');
  const { error } = saving;
  return (
    <Panel
      label={title}
      head={<b>{title}</b>}
      onClose={doors.onClose}
      priority={6}
      foot={
        <div className="wl-foot">
          <Button
            onClick={() => {
              kept.done();
              doors.onClose();
            }}
          >
            {t('form.cancel')}
          </Button>
          <Button
            look="primary"
            keys="Ctrl+Enter"
            type="submit"
            form={formId}
            busy={saving.isPending}
            disabled={isBehind}
          >
            {t(entry ? 'form.saveEdit' : 'form.save')}
          </Button>
        </div>
      }
    >
      <div className="wl-form" ref={body}>
        {isBehind && entry ? (
          <WishConflict
            key={version}
            setup={setup}
            entry={entry}
            {...{ base, theirs: current, typed }}
            onSettle={(settled) => keep({ baseVersion: version, base: current, typed: settled })}
          />
        ) : (
          <DraftNotice draft={kept} />
        )}
        {error && !isStale(error) && (
          <div className="sect">
            <ErrorState error={error} onRetry={submit} />
          </div>
        )}
        {typed.patient ? (
          <EntryHead patient={typed.patient} today={today}>
            {!entry && renderPatientPicker && (
              <Button size="xs" look="ghost" onClick={() => change({ patient: null })}>
                {t('form.changePatient')}
              </Button>
            )}
          </EntryHead>
        ) : (
          <div className="sect">
            {renderPatientPicker?.((patient) => change({ patient: typedWish.shape.patient.parse(patient) }))}
            {isTried && <p className="field fault">{t('fault.missing')}</p>}
          </div>
        )}
        <AlikeNotice setup={setup} entryId={entry?.id} typed={typed} onOpen={doors.onOpen} />
        <WishFields
          formId={formId}
          setup={setup}
          typed={typed}
          faults={isTried ? reading.faults : {}}
          onType={change}
          onSubmit={submit}
        />
      </div>
    </Panel>
  );
}

const isStale = (error: unknown) => error instanceof ApiProblem && error.code === 'version.stale';

function useSaveWish(
  practiceId: string,
  entry: WaitingEntry | undefined,
  baseVersion: number,
  onSaved: (saved: WaitingEntry) => void,
) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const readAgain = useReadAgain();
  const tellWait = useTellWait();
  const key = useSubmissionKey();
  const takeBack = ({ id, version }: WaitingEntry) => {
    const about = { params: { practiceId, entryId: id }, ifMatch: version };
    return entry
      ? callApi(editWaiting, { ...about, body: waitingEdit.parse(entry) })
      : callApi(withdrawWaiting, { ...about, body: { reason: 'error' } });
  };
  const { reset, ...mutation } = useMutation({
    mutationFn: async ({
      patientId,
      ...wish
    }: { patientId: string } & NonNullable<ReturnType<typeof readWish>['wish']>) => {
      if (entry) {
        return callApi(editWaiting, { params: { practiceId, entryId: entry.id }, ifMatch: baseVersion, body: wish });
      }
      const body = { patientId, ...wish };
      return (await callApi(addWaiting, { params: { practiceId }, body, idempotencyKey: key.current() })).entry;
    },
    onSuccess: (saved) => {
      key.renew();
      void readAgain();
      const sentence = t(entry ? 'form.saved' : 'form.added', { name: formats.nameFull(saved.patient) });
      tellWait(saved, sentence, () => takeBack(saved));
      onSaved(saved);
    },
    onError: (error) => (isStale(error) ? readAgain() : undefined),
  });
  const touch = () => {
    key.renew();
    reset();
  };
  return { ...mutation, touch };
}

/** The search of a patient, or the first field when she is known already. */
function useFirstField() {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('input, select')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return body;
}
