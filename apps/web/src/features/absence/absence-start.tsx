import { absenceReasons, type PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { type AbsenceField, spanFaults } from '../../lib/absence-form';
import { focusAtMount } from '../../lib/focus-at-mount';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { Button, IconButton } from '../../ui/button';
import { DraftNotice } from '../../ui/draft-notice';
import { ErrorState } from '../../ui/error-state';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { previewQuery } from './absence.queries';
import './absence.css';
import { PlanSteps } from './plan-steps';
import { quickSpans, useAbsenceStart } from './use-absence-start';

interface AbsenceStartProps {
  readonly practiceId: string;
  readonly setup: PracticeSetup;
  readonly columnId: string | undefined;
  readonly day: string | undefined;
  readonly onBack: () => void;
  /** Noted: on to its list. */
  readonly onNoted: (absenceId: string) => void;
}

const noteLength = 200;

/** Who is absent, from when to when; before anything is written, how many patients it meets. */
export function AbsenceStart({ practiceId, setup, columnId, day, onBack, onNoted }: AbsenceStartProps) {
  const { t } = useTranslation('absence-plan');
  const start = useAbsenceStart(setup, columnId, day);
  const { draft, addition, asked, reading } = start;
  const { data: effect } = useQuery(previewQuery(practiceId, asked));
  const [isTried, setTried] = useState(false);
  const formId = useId();
  useScreenTitle(t('title'));
  const submit = () => {
    setTried(true);
    if (!reading.request || addition.isPending) return;
    addition.mutate(reading.request, { onSuccess: ({ absence }) => onNoted(absence.id) });
  };
  useShortcut({
    id: 'absence.note',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: 'absence-plan:start.save',
    groupKey: 'absence-plan:title',
    run: submit,
  });
  const hit = asked ? effect?.hit : undefined;
  return (
    <>
      <div className="bar">
        <IconButton icon={IconChevronLeft} label={t('act.back')} look="ghost" size="sm" onClick={onBack} />
        <h1>{t('start.title')}</h1>
      </div>
      <PlanSteps
        current="noted"
        steps={[
          { id: 'noted', title: t('start.step'), note: t('start.stepNote') },
          { id: 'hit', title: t('steps.hitLater'), note: t('steps.offeredLater') },
          { id: 'told', title: t('steps.told'), note: t('start.toldNote') },
          { id: 'summary', title: t('steps.summary'), note: '' },
        ]}
      />
      <div className="scroll">
        <div className="ab-form">
          <StartForm {...{ start, setup, isTried, formId }} onSubmit={submit}>
            <DraftNotice draft={draft} />
            {addition.error && <ErrorState error={addition.error} onRetry={submit} />}
          </StartForm>
          <div>
            <Effect effect={asked ? effect : undefined} />
            <p className="ab-submit">
              <Button look="primary" keys="Ctrl+Enter" type="submit" form={formId} busy={addition.isPending}>
                {hit ? t('start.saveAndReplace', { count: hit }) : t('start.save')}
              </Button>
            </p>
          </div>
        </div>
      </div>
    </>
  );
}

interface StartFormProps {
  readonly start: ReturnType<typeof useAbsenceStart>;
  readonly setup: PracticeSetup;
  readonly isTried: boolean;
  readonly formId: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

function StartForm({ start, setup, isTried, formId, onSubmit, children }: StartFormProps) {
  const { t } = useTranslation('absence-plan');
  const formats = useFormats();
  const { typed, reading, type, pick } = start;
  const faultOf = (field: AbsenceField) => {
    const fault = reading.faults[field];
    return fault && (isTried || spanFaults.includes(fault)) ? t(`fault.${fault}`) : undefined;
  };
  const field = (name: AbsenceField | 'note') => ({
    value: typed[name],
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => type({ [name]: currentTarget.value }),
  });
  const said = (read: string | null) => (read ? formats.dateLong(read) : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form id={formId} onSubmit={send} noValidate>
      {children}
      <ChoiceInput
        label={t('start.who')}
        choices={absentees(setup).map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.resourceId}
        onPick={(resourceId) => type({ resourceId })}
      />
      <fieldset className="ab-quick">
        <legend className="sr">{t('start.quick')}</legend>
        {quickSpans.map((span) => (
          <Button key={span} size="sm" onClick={() => pick(span)}>
            {t(`start.span.${span}`)}
          </Button>
        ))}
      </fieldset>
      <div className="ab-pair">
        <TextInput
          ref={focusAtMount}
          label={t('start.fromDay')}
          help={said(reading.fromDay)}
          fault={faultOf('fromDay')}
          {...field('fromDay')}
        />
        <TextInput label={t('start.fromTime')} fault={faultOf('fromTime')} {...field('fromTime')} />
      </div>
      <div className="ab-pair">
        <TextInput
          label={t('start.toDay')}
          help={typed.toDay.trim() === '' ? t('start.sameDay') : said(reading.toDay)}
          fault={faultOf('toDay')}
          {...field('toDay')}
        />
        <TextInput label={t('start.toTime')} fault={faultOf('toTime')} {...field('toTime')} />
      </div>
      <p className="hint">{t('start.wholeDays')}</p>
      <ChoiceInput
        label={t('start.reason')}
        choices={absenceReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        value={typed.reason}
        onPick={(reason) => type({ reason })}
      />
      <TextInput label={t('start.note')} help={t('start.noteHelp')} maxLength={noteLength} {...field('note')} />
    </form>
  );
}

/** Columns, then the rooms and machines that may be in repair. */
const absentees = ({ resources, pools }: PracticeSetup) =>
  [...resources, ...pools.flatMap(({ members }) => members)].filter(({ active }) => active);

interface EffectProps {
  readonly effect: { hit: number; urgent: number; present: number; isAbsentAlready: boolean } | undefined;
}

/** What is at stake, while it is being typed. */
function Effect({ effect }: EffectProps) {
  const { t } = useTranslation('absence-plan');
  return (
    <section className={effect?.hit ? 'ab-effect is-met' : 'ab-effect'} aria-live="polite">
      <h2>{t('effect.title')}</h2>
      {effect ? (
        <>
          <b className="ab-figure">{t('effect.hit', { count: effect.hit })}</b>
          {effect.urgent > 0 && <p>{t('effect.urgent', { count: effect.urgent })}</p>}
          {effect.present > 0 && <p>{t('effect.present', { count: effect.present })}</p>}
          <p>{t(effect.hit > 0 ? 'effect.kept' : 'effect.none')}</p>
          {effect.isAbsentAlready && <p>{t('effect.already')}</p>}
        </>
      ) : (
        <p>{t('effect.unknown')}</p>
      )}
    </section>
  );
}
