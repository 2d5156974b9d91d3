import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/text-input';
import { useWaitingWords } from './use-waiting-words';
import { halfDay, weekdays } from './week-times';
import type { TypedWish, WishField } from './wish-draft';

interface TimesFieldProps {
  setup: PracticeSetup;
  typed: TypedWish;
  faultOf: (field: WishField) => ReactNode;
  onType: (part: Partial<TypedWish>) => void;
}

const parts = [
  { code: 'm', word: 'morning' },
  { code: 'a', word: 'afternoon' },
] as const;

/** The half-days of a week, ticked, and hours that narrow them; nothing ticked means any time. */
export function TimesField({ setup, typed, faultOf, onType }: TimesFieldProps) {
  const { t } = useTranslation('waiting-list');
  const words = useWaitingWords(setup);
  const helpId = useId();
  if (typed.ownTimes) {
    return (
      <div className="field">
        <span>{t('form.ownTimes')}</span>
        <p>{words.times(typed.ownTimes)}</p>
        <Button size="sm" onClick={() => onType({ ownTimes: null })}>
          {t('form.redo')}
        </Button>
      </div>
    );
  }
  const hour = (field: 'fromTime' | 'toTime') => ({
    value: typed[field],
    autoComplete: 'off',
    placeholder: t(field === 'fromTime' ? 'form.fromTimeExample' : 'form.toTimeExample'),
    fault: faultOf(field),
    onChange: (event: FormEvent<HTMLInputElement>) => onType({ [field]: event.currentTarget.value }),
  });
  return (
    <fieldset className="field wl-times" aria-describedby={helpId}>
      <legend>{t('form.times')}</legend>
      <table>
        <thead>
          <tr>
            <td />
            {weekdays.map((isodow) => (
              <th key={isodow} scope="col">
                {t(`weekday.${isodow}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ code, word }) => (
            <tr key={code}>
              <th scope="row">{t(`form.${word}`)}</th>
              {weekdays.map((isodow) => {
                const half = halfDay(isodow, code);
                const isOn = typed.halves.includes(half);
                return (
                  <td key={half}>
                    <input
                      type="checkbox"
                      aria-label={t('form.half', { day: t(`weekdayLong.${isodow}`), part: t(`form.${word}`) })}
                      checked={isOn}
                      onChange={() =>
                        onType({
                          halves: isOn
                            ? typed.halves.filter((other) => other !== half)
                            : weekdays.flatMap((day) =>
                                parts
                                  .map(({ code: one }) => halfDay(day, one))
                                  .filter((other) => other === half || typed.halves.includes(other)),
                              ),
                        })
                      }
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="wl-pair even">
        <TextInput label={t('form.after')} {...hour('fromTime')} />
        <TextInput label={t('form.before')} {...hour('toTime')} />
      </div>
      <p className="help" id={helpId}>
        {t('form.timesHelp')}
      </p>
    </fieldset>
  );
}
