import { waitingUrgencies } from '@pupitre/shared/planning/waiting-fit';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { CheckList } from '../../ui/check-list';
import { Segmented } from '../../ui/segmented';
import { ChoiceInput, TextArea, TextInput } from '../../ui/text-input';
import { TimesField } from './times-field';
import { useWaitingWords } from './use-waiting-words';
import { notices, type TypedWish, type WishField, type WishReading } from './wish-draft';

interface WishFieldsProps {
  /** The form the button in the panel's foot sends. */
  formId: string;
  setup: PracticeSetup;
  typed: TypedWish;
  faults: WishReading['faults'];
  onType: (part: Partial<TypedWish>) => void;
  onSubmit: () => void;
}

export function WishFields({ formId, setup, typed, faults, onType, onSubmit }: WishFieldsProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  const faultOf = (field: WishField) => {
    const fault = faults[field];
    return fault && t(`fault.${fault}`);
  };
  const text = (field: 'minutes' | 'fromDay' | 'toDay') => ({
    value: typed[field],
    autoComplete: 'off',
    fault: faultOf(field),
    onChange: (event: FormEvent<HTMLInputElement>) => onType({ [field]: event.currentTarget.value }),
  });
  const motif = setup.motifs.find(({ id }) => id === typed.motifId);
  const columns = setup.resources.filter(({ id, active }) => active && motif?.resourceIds.includes(id));
  const pickMotif = (motifId: string) => {
    const picked = setup.motifs.find(({ id }) => id === motifId);
    const resourceIds = typed.resourceIds.filter((id) => picked?.resourceIds.includes(id));
    // The visit she would give back is for the motif she had.
    onType({ motifId, minutes: String(picked?.minutes ?? typed.minutes), resourceIds, visit: null });
  };
  return (
    <form
      id={formId}
      className="wl-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Segmented
        label={t('form.urgency')}
        segments={waitingUrgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        value={typed.urgency}
        onPick={(urgency) => onType({ urgency })}
      />
      <div className="wl-pair">
        <ChoiceInput
          label={t('form.motif')}
          fault={faultOf('motifId')}
          choices={setup.motifs
            .filter(({ id, active }) => active || id === typed.motifId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.motifId}
          onPick={pickMotif}
        />
        <TextInput label={t('form.minutes')} inputMode="numeric" {...text('minutes')} />
      </div>
      {columns.length > 1 && (
        <CheckList
          legend={`${t('form.columns')} · ${t('form.anyColumn')}`}
          choices={columns.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={typed.resourceIds}
          fault={undefined}
          onChoose={(resourceIds) => onType({ resourceIds })}
        />
      )}
      <div className="wl-pair even">
        <TextInput label={t('form.from')} help={t('form.fromHelp')} {...text('fromDay')} />
        <TextInput label={t('form.to')} help={t('form.toHelp')} {...text('toDay')} />
      </div>
      <TimesField setup={setup} typed={typed} faultOf={faultOf} onType={onType} />
      <ChoiceInput
        label={t('form.notice')}
        choices={[...new Set([...notices, typed.noticeMin])]
          .sort((a, b) => a - b)
          .map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('form.noticeNone') : t('form.noticeSpan', { span: words.span(minutes) }),
          }))}
        value={String(typed.noticeMin)}
        onPick={(minutes) => onType({ noticeMin: Number(minutes) })}
      />
      {typed.visit && (
        <label className="check-line">
          <input type="checkbox" checked onChange={() => onType({ visit: null })} />
          {t('form.visit', {
            day: formats.dateMedium(typed.visit.day),
            time: formats.timeOfMinutes(typed.visit.startMin),
          })}
        </label>
      )}
      <TextArea
        label={t('form.note')}
        rows={2}
        maxLength={300}
        value={typed.note}
        onChange={(event) => onType({ note: event.currentTarget.value })}
      />
    </form>
  );
}
