import { type DraftForm, readDraft } from '@pupitre/shared/drafts/draft.contract';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { z } from 'zod';
import { callApi } from './api-client';
import { type DraftName, draftSettled, forgetDraft, isDraftKept, keepDraft, noteDraftRead } from './server-drafts';
import { useMembership, useSession } from './session';

export interface DraftedForm<Body extends object> {
  readonly form: DraftForm;
  /** Id of what the form is about, or `new`. */
  readonly subject: string;
  readonly body: Body;
  /** False: there is nothing of the person's own to keep. */
  readonly isDirty: boolean;
  /** What a draft must look like to be taken up; one of an older shape is left alone. */
  readonly shape: z.ZodType<Body>;
  /** Puts a draft into the form. */
  readonly onRestore: (body: Body) => void;
  /** Empties the form: the draft is given up. */
  readonly onClear: () => void;
  /** False: the form is only read here. */
  readonly enabled?: boolean;
}

export interface ServerDraft {
  /** When what was taken up, or what waits, was typed; null: neither. */
  readonly typedAt: string | null;
  /** Something else was typed before it could be taken up: it waits for a word. */
  readonly isWaiting: boolean;
  readonly take: () => void;
  readonly clear: () => void;
  /** The form was saved, or left on purpose. */
  readonly done: () => void;
}

interface Found<Body> {
  readonly key: string;
  readonly body: Body;
  readonly typedAt: string;
  readonly isTaken: boolean;
}

/**
 * Keeps what is typed in a form on the server, each second, and gives it back when the form opens again: after a
 * reload, a crash, at another computer. A form that says nothing of its own any more takes its draft with it.
 */
export function useServerDraft<Body extends object>(drafted: DraftedForm<Body>): ServerDraft {
  const { form, subject, body, isDirty, shape, onRestore, onClear, enabled = true } = drafted;
  const { account } = useSession();
  const { practiceId } = useMembership();
  const name: DraftName = useMemo(
    () => ({ accountId: account.id, practiceId, form, subject }),
    [account.id, practiceId, form, subject],
  );
  const key = `${practiceId} ${form} ${subject}`;
  const [found, setFound] = useState<Found<Body> | null>(null);
  const current = found?.key === key ? found : null;

  const meet = useEffectEvent((kept: unknown, typedAt: string) => {
    const parsed = shape.safeParse(kept);
    if (!parsed.success) return;
    const own = { key, body: parsed.data, typedAt };
    if (isDirty) return setFound({ ...own, isTaken: false });
    noteDraftRead(name, parsed.data);
    onRestore(parsed.data);
    setFound({ ...own, isTaken: true });
  });
  const isHere = useEffectEvent(() => isDirty && isDraftKept(name));
  useEffect(() => {
    // What this page typed itself is the newest there is.
    if (!enabled || isHere()) return;
    const stop = new AbortController();
    const params = { practiceId: name.practiceId, form: name.form, subject: name.subject };
    draftSettled(name)
      .then(() => callApi(readDraft, { params }, stop.signal))
      .then(({ draft }) => draft && meet(draft.body, draft.updatedAt))
      .catch(() => undefined);
    return () => stop.abort();
  }, [name, enabled]);

  const json = isDirty ? JSON.stringify(body) : '';
  useEffect(() => {
    if (json) keepDraft(name, JSON.parse(json));
    else if (isDraftKept(name)) forgetDraft(name);
  }, [name, json]);

  const done = () => {
    if (isDraftKept(name) || current) forgetDraft(name);
    setFound(null);
  };
  return {
    typedAt: current?.typedAt ?? null,
    isWaiting: current !== null && !current.isTaken,
    take: () => {
      if (!current) return;
      onRestore(current.body);
      setFound({ ...current, isTaken: true });
    },
    clear: () => {
      // A draft that waits is only left where it is; what has been typed since is the draft now.
      if (current?.isTaken) onClear();
      if (current?.isTaken || !isDirty) done();
      else setFound(null);
    },
    done,
  };
}
