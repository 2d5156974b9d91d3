import { absenceReasons, type ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { type AbsenceField, type AbsenceReading, spanFaults, type TypedAbsence } from '../../lib/absence-form';
import { useFormats } from '../../lib/formats';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { SettingsForm, typedField } from './settings-form';

const noteLength = 200;

interface AbsenceFieldsProps {
  /** The form the button in the panel's foot sends. */
  formId: string;
  columns: readonly Pick<ResourceView, 'id' | 'name'>[];
  typed: TypedAbsence;
  reading: AbsenceReading;
  /** Faults of fields left empty are told once the person tried. */
  isTried: boolean;
  firstField: Ref<HTMLInputElement>;
  onType: (part: Partial<TypedAbsence>) => void;
  onSubmit: () => void;
}

export function AbsenceFields(props: AbsenceFieldsProps) {
  const { formId, columns, typed, reading, isTried, firstField, onType, onSubmit } = props;
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const said = (day: LocalDay | null) => (day ? formats.dateLong(day) : t('absences.dayHelp'));
  const faultOf = (field: AbsenceField) => {
    const fault = reading.faults[field];
    return fault && (isTried || spanFaults.includes(fault)) ? t(`absences.fault.${fault}`) : undefined;
  };
  const field = (name: AbsenceField | 'note') => typedField(typed, onType, name);
  return (
    <SettingsForm id={formId} onSubmit={onSubmit}>
      <ChoiceInput
        label={t('column')}
        choices={columns.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.resourceId}
        onPick={(resourceId) => onType({ resourceId })}
      />
      <div className="set-pair">
        <TextInput
          ref={firstField}
          label={t('absences.fromDay')}
          help={said(reading.fromDay)}
          fault={faultOf('fromDay')}
          {...field('fromDay')}
        />
        <TextInput label={t('absences.fromTime')} fault={faultOf('fromTime')} {...field('fromTime')} />
      </div>
      <div className="set-pair">
        <TextInput
          label={t('absences.toDay')}
          help={typed.toDay.trim() === '' ? t('absences.sameDay') : said(reading.toDay)}
          fault={faultOf('toDay')}
          {...field('toDay')}
        />
        <TextInput label={t('absences.toTime')} fault={faultOf('toTime')} {...field('toTime')} />
      </div>
      <p className="hint">{t('absences.wholeDays')}</p>
      <ChoiceInput
        label={t('absences.reason')}
        choices={absenceReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        value={typed.reason}
        onPick={(reason) => onType({ reason })}
      />
      <TextInput
        label={t('absences.noteLabel')}
        help={t('absences.noteHelp')}
        maxLength={noteLength}
        {...field('note')}
      />
    </SettingsForm>
  );
}
