import { useTranslation } from 'react-i18next';
import { TextInput } from '../../ui/text-input';
import { readWhen, type TypedWhen } from './meeting-when';

interface WhenFieldsProps {
  readonly when: TypedWhen;
  readonly onChange: (when: TypedWhen) => void;
}

/** Day, start and length, each told what is wrong with it once something is typed. */
export function WhenFields({ when, onChange }: WhenFieldsProps) {
  const { t } = useTranslation('together');
  const { startMin, durationMin } = readWhen(when);
  return (
    <div className="together-when">
      <TextInput
        label={t('meeting.day')}
        type="date"
        required
        value={when.day}
        onChange={(event) => event.currentTarget.value && onChange({ ...when, day: event.currentTarget.value })}
      />
      <TextInput
        label={t('meeting.start')}
        fault={when.start !== '' && startMin === null ? t('meeting.startWrong') : undefined}
        value={when.start}
        onChange={(event) => onChange({ ...when, start: event.currentTarget.value })}
      />
      <TextInput
        label={t('meeting.minutes')}
        inputMode="numeric"
        fault={when.minutes !== '' && durationMin === null ? t('meeting.minutesWrong') : undefined}
        value={when.minutes}
        onChange={(event) => onChange({ ...when, minutes: event.currentTarget.value })}
      />
    </div>
  );
}
