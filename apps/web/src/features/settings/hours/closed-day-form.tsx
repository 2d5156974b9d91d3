import type { LocalDay } from '@pupitre/shared/time/zone';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay } from '../../../lib/absence-days';
import { useFormats } from '../../../lib/formats';
import { Button } from '../../../ui/button';
import { TextInput } from '../../../ui/text-input';
import type { HolidayTurn } from './holiday-change';

interface ClosedDayFormProps {
  today: LocalDay;
  onAsk: (turn: HolidayTurn) => void;
}

/** A day the whole practice closes, and why. */
export function ClosedDayForm({ today, onAsk }: ClosedDayFormProps) {
  const { t } = useTranslation('hours');
  const formats = useFormats();
  const [typed, setTyped] = useState({ day: '', label: '' });
  const [isTried, setTried] = useState(false);
  const day = readDay(typed.day, today);
  const isPast = day !== null && day < today;
  const label = typed.label.trim();
  const ask = () => {
    setTried(true);
    if (day === null || isPast || label === '') return;
    onAsk({
      ...{ day, to: 'closed_day', label },
      onDone: () => {
        setTyped({ day: '', label: '' });
        setTried(false);
      },
    });
  };
  const dayFault = isPast ? t('exception.fault.past') : day === null && isTried ? t('exception.fault.day') : undefined;
  return (
    <form
      className="hol-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <TextInput
        label={t('holidays.day')}
        help={day && !isPast ? formats.dateLong(day) : undefined}
        fault={dayFault}
        autoComplete="off"
        value={typed.day}
        onChange={(event) => setTyped({ ...typed, day: event.currentTarget.value })}
      />
      <TextInput
        label={t('holidays.label')}
        fault={isTried && label === '' ? t('holidays.labelMissing') : undefined}
        autoComplete="off"
        maxLength={60}
        value={typed.label}
        onChange={(event) => setTyped({ ...typed, label: event.currentTarget.value })}
      />
      <Button type="submit" icon={IconPlus}>
        {t('holidays.close')}
      </Button>
    </form>
  );
}
