import { columnZones } from '@pupitre/shared/practices/column-hours';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/formats';
import { Segmented } from '../../../ui/segmented';
import { ChoiceInput, TextInput } from '../../../ui/text-input';
import { SettingsForm, typedField } from '../settings-form';
import type { ExceptionReading, TypedException } from './exception-draft';

interface ExceptionFieldsProps {
  formId: string;
  setup: PracticeSetup;
  column: ResourceView;
  typed: TypedException;
  reading: ExceptionReading;
  /** Faults of fields left empty are told once the person tried. */
  isTried: boolean;
  firstField: Ref<HTMLInputElement>;
  onType: (part: Partial<TypedException>) => void;
  onSubmit: () => void;
}

export function ExceptionFields(props: ExceptionFieldsProps) {
  const { formId, setup, column, typed, reading, isTried, firstField, onType, onSubmit } = props;
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const faultOf = (field: 'day' | 'from' | 'to') => {
    const fault = reading.faults[field];
    const isTold = fault && (isTried || typed[field].trim() !== '');
    return isTold ? t(`exception.fault.${fault}`) : undefined;
  };
  const field = (name: 'day' | 'from' | 'to' | 'reason') => typedField(typed, onType, name);
  const { zone } = columnZones(setup, column.id);
  const sites = setup.sites.filter((site) => (site.zone ?? setup.practice.zone) === zone);
  return (
    <SettingsForm id={formId} onSubmit={onSubmit}>
      <Segmented
        label={t('exception.effect')}
        value={typed.effect}
        onPick={(effect) => onType({ effect })}
        segments={(['closed', 'open'] as const).map((value) => ({ value, label: t(`exception.kind.${value}`) }))}
      />
      <TextInput
        ref={firstField}
        label={t('exception.day')}
        help={reading.day ? formats.dateLong(reading.day) : t('exception.dayHelp')}
        fault={faultOf('day')}
        {...field('day')}
      />
      <div className="set-pair is-even">
        <TextInput label={t('exception.from')} placeholder="0 h" fault={faultOf('from')} {...field('from')} />
        <TextInput label={t('exception.to')} placeholder="24 h" fault={faultOf('to')} {...field('to')} />
      </div>
      <p className="hint">{t('exception.wholeDay')}</p>
      <TextInput label={t('exception.reason')} help={t('exception.reasonHelp')} maxLength={60} {...field('reason')} />
      {typed.effect === 'open' && sites.length > 1 && (
        <ChoiceInput
          label={t('paint.site')}
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.siteId ?? column.siteId}
          onPick={(siteId) => onType({ siteId: siteId === column.siteId ? null : siteId })}
        />
      )}
    </SettingsForm>
  );
}
