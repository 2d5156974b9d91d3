import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { birthDayLong } from './birth-day';
import { isKeptSaid } from './kept-said';
import './patients.css';
import type { QuickDraft } from './quick-draft';
import { QuickFields } from './quick-fields';
import { TwinWarning } from './twin-warning';
import { faultsOfServer, useQuickForm } from './use-quick-form';

export interface PatientQuickFormProps {
  draft: QuickDraft;
  onDraft: (draft: QuickDraft) => void;
  /** She exists now: go on with her. */
  onCreated: (hit: PatientHit) => void;
  /** « C’est elle »: the patient was known. */
  onSame: (hit: PatientHit) => void;
  /** Words of the button: « Créer et choisir un créneau ». */
  submitLabel?: string;
}

/** The minimum identity of a new patient, with the near twins told while one types. What is typed belongs to the caller. */
export function PatientQuickForm({ draft, onDraft, onCreated, onSame, submitLabel }: PatientQuickFormProps) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const form = useQuickForm(draft, onCreated);
  const box = useRef<HTMLFormElement>(null);
  useShortcut({
    id: 'patients.create',
    keys: 'Ctrl+Enter',
    scope: 'focus',
    within: box,
    labelKey: 'patients:new.create',
    groupKey: 'patients:new.title',
    run: () => submit(),
  });
  const submit = () => {
    form.submit();
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  // Once the panel around it is shown: a hidden field takes no focus.
  useEffect(() => {
    const frame = requestAnimationFrame(() => box.current?.querySelector('input')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const isToldByField = Object.keys(faultsOfServer(form.error)).length > 0;
  const label = form.close ? t('new.createAnyway') : (submitLabel ?? t('new.create'));

  return (
    <form
      ref={box}
      className="nq"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <QuickFields
        draft={draft}
        faults={form.faults}
        birthDay={form.birthDate ? birthDayLong(formats, form.birthDate) : undefined}
        onChange={(part) => {
          form.renew();
          onDraft({ ...draft, ...part });
        }}
      />
      <TwinWarning twins={form.twins} today={form.today} onSame={onSame} />
      {form.twinsFailed && <p className="hint">{t('new.twinsFailed')}</p>}
      {form.error !== null && !isToldByField && (
        <ErrorState error={form.error} kept={isKeptSaid(form.error) ? undefined : t('new.kept')} onRetry={submit} />
      )}
      <div className="nq-foot">
        <Button
          look="primary"
          type="button"
          keys={form.blocking ? undefined : 'Ctrl+Enter'}
          busy={form.isPending}
          disabled={form.blocking}
          onClick={submit}
        >
          {label}
        </Button>
        {form.blocking && <p className="hint">{t('new.blocked')}</p>}
      </div>
    </form>
  );
}
