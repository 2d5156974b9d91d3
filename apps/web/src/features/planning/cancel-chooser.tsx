import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useServerDraft } from '../../lib/use-server-draft';
import { Button } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { Kbd } from '../../ui/kbd';
import { TextInput } from '../../ui/text-input';
import { leaveCancel } from './cancelling';
import { useDayScreen } from './day-screen-context';
import type { Asker } from './use-visit-mutations';

const KEYS: readonly (readonly [Asker, string])[] = [
  ['patient', 'P'],
  ['practitioner', 'M'],
  ['error', 'E'],
  ['other', 'A'],
];

const typedCancellation = z.object({
  by: z.enum(['patient', 'practitioner', 'error', 'other']).nullable(),
  reason: z.string(),
});

/** Suppr, a letter, ↵: who cancels, and why if it is worth saying. In the panel: it can be undone. */
export function CancelChooser({ visit }: { visit: AppointmentCard }) {
  const { t } = useTranslation('planning');
  const { acts, focusGrid } = useDayScreen();
  const [by, setBy] = useState<Asker | null>(null);
  const [reason, setReason] = useState('');
  const kept = useServerDraft({
    ...{ form: 'cancellation', subject: visit.id, shape: typedCancellation, body: { by, reason } },
    isDirty: reason.trim() !== '',
    onRestore: (typed) => {
      setBy(typed.by);
      setReason(typed.reason);
    },
    onClear: () => setReason(''),
  });
  const form = useRef<HTMLFormElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    // A frame later: the panel itself may only be opening now, and what is hidden takes no focus.
    const frame = requestAnimationFrame(() => {
      form.current?.scrollIntoView({ block: 'nearest' });
      form.current?.querySelector('input')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const choose = (asker: Asker) => {
    setBy(asker);
    requestAnimationFrame(() => confirm.current?.focus());
  };
  const leave = () => {
    leaveCancel();
    focusGrid(visit.id);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!by) return;
    leave();
    void acts.cancel(visit, by, reason.trim()).then((isCancelled) => isCancelled && kept.done());
  };
  return (
    <form
      ref={form}
      className="sect cancel-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <fieldset>
        <legend className="h3">{t('cancel.title')}</legend>
        {KEYS.map(([asker, keys]) => (
          <label key={asker} className="check-line">
            <input type="radio" name="asker" checked={by === asker} onChange={() => setBy(asker)} />
            {t(`cancel.${asker}`)}
            <span className="sp" />
            <Kbd keys={keys} />
            <AskerKey keys={keys} asker={asker} within={form} onPress={choose} />
          </label>
        ))}
      </fieldset>
      <DraftNotice draft={kept} />
      <TextInput
        label={t('cancel.reason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button ref={confirm} type="submit" look="danger-filled" size="sm" keys="Enter" disabled={by === null}>
          {t('cancel.confirm')}
        </Button>
        <Button
          size="sm"
          keys="Escape"
          onClick={() => {
            kept.done();
            leave();
          }}
        >
          {t('cancel.keep')}
        </Button>
      </div>
    </form>
  );
}

interface AskerKeyProps {
  readonly keys: string;
  readonly asker: Asker;
  readonly within: RefObject<HTMLElement | null>;
  readonly onPress: (asker: Asker) => void;
}

function AskerKey({ keys, asker, within, onPress }: AskerKeyProps) {
  useShortcut({
    ...{ id: `day.cancel.${asker}`, keys, scope: 'focus', within },
    ...{ labelKey: `planning:cancel.${asker}`, groupKey: 'planning:keys.cancelling' },
    run: () => onPress(asker),
  });
  return null;
}
