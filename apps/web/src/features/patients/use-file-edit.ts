import { editPatient, type PatientFile, type PatientIdentity } from '@pupitre/shared/patients/patient.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import type { Side } from '../../lib/conflict';
import { fieldFaults } from '../../lib/problem-sentence';
import { useMembership, useSession } from '../../lib/session';
import { type ServerDraft, useServerDraft } from '../../lib/use-server-draft';
import {
  bodyOf,
  type CardId,
  type Conflict,
  changedOf,
  conflictsOf,
  type DraftField,
  draftOf,
  type FileDraft,
  withoutTheirs,
} from './file-draft';
import { keepEdit, keptEdit, useKeptEdit } from './kept-edits';
import { fileQuery } from './patients.queries';

export interface FileEdit {
  card: CardId | null;
  values: FileDraft;
  change: (part: Partial<FileDraft>) => void;
  start: (card: CardId) => void;
  cancel: () => void;
  save: () => void;
  isDirty: boolean;
  isSaving: boolean;
  /** Code of what is wrong with a field; undefined when nothing is. */
  faultOf: (field: DraftField) => string | undefined;
  /** What a colleague saved meanwhile; null while nobody did, or it touches nothing of ours. */
  clash: FileClash | null;
  /** A refusal that belongs under no field. */
  error: unknown;
  kept: ServerDraft;
}

export interface FileClash {
  patientId: string;
  version: number;
  conflicts: readonly Conflict[];
  choices: Readonly<Partial<Record<DraftField, Side>>>;
  choose: (fields: readonly DraftField[], side: Side) => void;
}

/** Edits one card of a file at a time; on a colleague's change, the three values are shown and nothing is lost. */
export function useFileEdit(patient: PatientIdentity, mayEdit: boolean): FileEdit {
  const { practiceId, zone } = useMembership();
  const { account } = useSession();
  const client = useQueryClient();
  const key = `${account.id} ${patient.id}`;
  const kept = useKeptEdit(key);
  const fresh = draftOf(patient);
  const changes = kept ? changedOf(kept.changes, fresh) : {};
  const isDirty = Object.keys(changes).length > 0;
  const conflicts = kept ? conflictsOf(kept.base, fresh, changes) : [];
  const choices = kept?.choices ?? {};
  const ours = withoutTheirs(changes, conflicts, choices);
  const query = fileQuery(practiceId, patient.id);
  useWarnBeforeClosing(isDirty);
  const draft = useServerDraft({
    ...{ form: 'patient_file', subject: patient.id, shape: keptEdit, isDirty, enabled: mayEdit },
    body: kept ?? { card: 'identity' as const, base: fresh, changes: {} },
    onRestore: (typed) => keepEdit(key, typed),
    onClear: () => keepEdit(key, null),
  });

  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: () => {
      const body = bodyOf(fresh, ours, todayIn(zone, serverNow()));
      if (!body) throw new ApiProblem({ status: 422, code: 'request.invalid', details: { issues: [birthDateIssue] } });
      return callApi(editPatient, { params: { practiceId, patientId: patient.id }, body, ifMatch: patient.version });
    },
    onSuccess: (saved) => {
      keepEdit(key, null);
      draft.done();
      client.setQueryData(query.queryKey, (held: PatientFile | undefined) => held && { ...held, patient: saved });
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
    onError: (problem) => {
      if (!isStale(problem)) return;
      const { version } = problem.details;
      if (kept && typeof version === 'number') keepEdit(key, { ...kept, seenVersion: version });
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  const close = () => {
    keepEdit(key, null);
    draft.done();
    reset();
  };
  const save = () => {
    if (!kept || !isDirty) return close();
    // Hers came while we typed, without a word: the values are shown before ours may replace it.
    const isNews = conflicts.length > 0 && kept.seenVersion !== patient.version;
    if (isNews) keepEdit(key, { ...kept, seenVersion: patient.version });
    else mutate();
  };
  const isClashing = kept !== undefined && (conflicts.length > 0 || kept.seenVersion === patient.version);
  return {
    card: kept?.card ?? null,
    values: { ...fresh, ...ours },
    change: (part) => {
      // What was wrong is judged again at the next save.
      if (error) reset();
      if (kept) keepEdit(key, { ...kept, changes: { ...changes, ...part }, choices: without(choices, part) });
    },
    start: (card) => keepEdit(key, { card, base: fresh, changes: {} }),
    cancel: close,
    save,
    isDirty,
    isSaving: isPending,
    faultOf: (field) => faultOf(error, field),
    clash: isClashing
      ? {
          ...{ patientId: patient.id, version: patient.version, conflicts, choices },
          choose: (fields, side) => {
            const chosen = Object.fromEntries(fields.map((field) => [field, side]));
            keepEdit(key, { ...kept, seenVersion: patient.version, choices: { ...choices, ...chosen } });
          },
        }
      : null,
    error: isPending || isStale(error) || isToldByField(error) ? null : error,
    kept: draft,
  };
}

/** What is typed again after a choice is ours again. */
const without = (choices: FileClash['choices'], part: Partial<FileDraft>): FileClash['choices'] =>
  Object.fromEntries(Object.entries(choices).filter(([field]) => !(field in part)));

const isStale = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.code === 'version.stale';
const birthDateIssue = { path: 'body.birthDate', code: 'invalid_value' };
const pathOf: Partial<Record<DraftField, string>> = { birthPlace: 'birthPlaceCode', commune: 'communeCode' };

function faultOf(error: unknown, field: DraftField): string | undefined {
  const code = error instanceof ApiProblem ? error.code : undefined;
  if (code === 'patient.contact_missing') return field === 'phone' ? 'contact' : undefined;
  if (code === 'patient.birth_date_in_the_future') return field === 'birthDate' ? 'future' : undefined;
  return (pathOf[field] ?? field) in fieldFaults(error) ? field : undefined;
}

function isToldByField(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  const told = ['patient.contact_missing', 'patient.birth_date_in_the_future'];
  return told.includes(error.code) || Object.keys(fieldFaults(error)).length > 0;
}

/** The browser asks before the page goes with something unsaved; inside the app, the edit is kept. */
function useWarnBeforeClosing(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
