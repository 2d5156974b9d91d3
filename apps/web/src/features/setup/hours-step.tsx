import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { readDay, writeDay } from './hours-text';
import { useSetup } from './setup-context';
import { shownName, type TypedPractitioner } from './setup-draft';

const everyone = 'everyone';
const isodows = [1, 2, 3, 4, 5, 6, 7] as const;

/** One week for all, and another for whoever keeps her own. */
export function HoursStep() {
  const { t } = useTranslation('setup');
  const { typed, change, faults, faultAt } = useSetup();
  const faulty = typed.practitioners.find(({ key }) => [...faults.keys()].some((path) => path.includes(key)));
  const [asked, setAsked] = useState<string>(everyone);
  const chosen = typed.practitioners.find(({ key }) => key === (asked === everyone ? faulty?.key : asked));
  const setOwn = (practitioner: TypedPractitioner, week: readonly string[] | null) =>
    change((before) => ({
      ...before,
      practitioners: before.practitioners.map((each) => (each.key === practitioner.key ? { ...each, week } : each)),
    }));
  const week = chosen?.week ?? typed.week;
  const path = chosen ? `practitioners.${chosen.key}.week` : 'week';
  const setWeek = (next: readonly string[]) =>
    chosen ? setOwn(chosen, next) : change((before) => ({ ...before, week: next }));

  return (
    <div className="su-fields">
      {typed.practitioners.length > 1 && (
        <ChoiceInput
          label={t('hours.whose')}
          choices={[
            { value: everyone, label: t('hours.everyone') },
            ...typed.practitioners.map((each) => ({ value: each.key, label: shownName(each) })),
          ]}
          value={chosen?.key ?? everyone}
          onPick={setAsked}
        />
      )}
      {chosen && (
        <label className="su-check">
          <input
            type="checkbox"
            checked={chosen.week !== null}
            onChange={() => setOwn(chosen, chosen.week === null ? typed.week : null)}
          />
          {t('hours.own')}
        </label>
      )}
      {faultAt('week') && (
        <p className="fault" role="alert">
          {faultAt('week')}
        </p>
      )}
      <WeekFields week={week} path={path} disabled={chosen?.week === null} onWeek={setWeek} />
    </div>
  );
}

interface WeekFieldsProps {
  week: readonly string[];
  path: string;
  disabled: boolean;
  onWeek: (week: readonly string[]) => void;
}

function WeekFields({ week, path, disabled, onWeek }: WeekFieldsProps) {
  const { t } = useTranslation('setup');
  const { faultAt } = useSetup();
  const formats = useFormats();
  const set = (index: number, text: string) => onWeek(week.map((day, at) => (at === index ? text : day)));
  /** Written as it will be shown, once the field is left: « 830-12 » becomes « 8 h 30–12 h ». */
  const tidy = (index: number) => {
    const day = readDay(week[index] ?? '');
    const written = day && writeDay(day, formats.timeRange);
    if (written !== null && written !== week[index]) set(index, written);
  };
  return (
    <div className="su-week">
      {isodows.map((isodow, index) => (
        <TextInput
          key={isodow}
          label={t(`weekday.${isodow}`)}
          placeholder={t('hours.closed')}
          autoComplete="off"
          disabled={disabled}
          value={week[index] ?? ''}
          onChange={(event) => set(index, event.currentTarget.value)}
          onBlur={() => tidy(index)}
          fault={faultAt(`${path}.${index}`)}
        />
      ))}
      {!disabled && (
        <div>
          <Button
            size="sm"
            icon={IconCopy}
            onClick={() => onWeek(week.map((day, index) => (index < 5 ? (week[0] ?? '') : day)))}
          >
            {t('hours.copyMonday')}
          </Button>
        </div>
      )}
    </div>
  );
}
