import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { focusAtMount } from '../../../lib/focus-at-mount';
import { useFormats } from '../../../lib/formats';
import { Segmented } from '../../../ui/segmented';
import { ChoiceInput, TextInput } from '../../../ui/text-input';
import { SettingsForm, typedField } from '../settings-form';
import type { LocumField, LocumReading, TypedLocum } from './locum-draft';
import { locumAccountsQuery } from './opening.queries';

interface LocumFieldsProps {
  formId: string;
  practiceId: string;
  typed: TypedLocum;
  reading: LocumReading;
  isTried: boolean;
  onType: (part: Partial<TypedLocum>) => void;
  onSubmit: () => void;
}

export function LocumFields({ formId, practiceId, typed, reading, isTried, onType, onSubmit }: LocumFieldsProps) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const { data } = useQuery(locumAccountsQuery(practiceId));
  const faultOf = (name: LocumField) => {
    const fault = reading.faults[name];
    const isTold = fault && (isTried || typed[name].trim() !== '');
    return isTold ? t(`locum.fault.${fault}`) : undefined;
  };
  const field = (name: LocumField) => ({ ...typedField(typed, onType, name), fault: faultOf(name) });
  const accounts = (data?.accounts ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }));
  return (
    <SettingsForm id={formId} onSubmit={onSubmit}>
      <div className="set-pair is-even">
        <TextInput
          ref={focusAtMount}
          label={t('locum.from')}
          help={reading.fromDay ? formats.dateGrid(reading.fromDay) : undefined}
          {...field('from')}
        />
        <TextInput
          label={t('locum.to')}
          help={reading.toDay ? formats.dateGrid(reading.toDay) : undefined}
          {...field('to')}
        />
      </div>
      <Segmented
        label={t('locum.title')}
        value={typed.title}
        onPick={(title) => onType({ title })}
        segments={(['dr', 'none'] as const).map((value) => ({ value, label: t(`locum.titles.${value}`) }))}
      />
      <TextInput label={t('locum.lastName')} maxLength={40} {...field('lastName')} />
      <TextInput label={t('locum.firstName')} maxLength={40} {...field('firstName')} />
      <TextInput label={t('locum.rpps')} help={t('locum.rppsHelp')} inputMode="numeric" {...field('rpps')} />
      <ChoiceInput
        label={t('locum.account')}
        help={t('locum.accountHelp')}
        choices={[{ value: '', label: t('locum.noAccount') }, ...accounts]}
        value={typed.accountId}
        onPick={(accountId) => onType({ accountId })}
      />
    </SettingsForm>
  );
}
