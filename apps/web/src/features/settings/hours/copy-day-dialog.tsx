import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ChoiceInput } from '../../../ui/text-input';

interface CopyDayDialogProps {
  days: readonly number[];
  onCopy: (from: number, to: readonly number[]) => void;
  onClose: () => void;
}

/** One day's hours given to others, in place of theirs. */
export function CopyDayDialog({ days, onCopy, onClose }: CopyDayDialogProps) {
  const { t } = useTranslation(['hours', 'settings']);
  const [from, setFrom] = useState(days[0] ?? 1);
  const [to, setTo] = useState<readonly number[]>([]);
  const others = days.filter((isodow) => isodow !== from);
  const given = to.filter((isodow) => isodow !== from);
  const name = (isodow: number) => t(`settings:weekday.${isodow as 1}`);
  return (
    <Dialog
      title={t('copy.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('settings:cancel')}</Button>
          <Button
            look="primary"
            disabled={given.length === 0}
            onClick={() => {
              onCopy(from, given);
              onClose();
            }}
          >
            {t('copy.act', { count: given.length })}
          </Button>
        </>
      }
    >
      <div className="set-form">
        <ChoiceInput
          label={t('copy.from')}
          choices={days.map((isodow) => ({ value: String(isodow), label: name(isodow) }))}
          value={String(from)}
          onPick={(value) => setFrom(Number(value))}
        />
        <fieldset className="field wk-days">
          <legend>{t('copy.to')}</legend>
          {others.map((isodow) => (
            <label key={isodow}>
              <input
                type="checkbox"
                checked={to.includes(isodow)}
                onChange={(event) =>
                  setTo(event.currentTarget.checked ? [...to, isodow] : to.filter((other) => other !== isodow))
                }
              />{' '}
              {name(isodow)}
            </label>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
