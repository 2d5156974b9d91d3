import { withdrawalReasons } from '@pupitre/shared/planning/waiting-list.contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/text-input';

type Reason = (typeof withdrawalReasons)[number];

interface WithdrawFormProps {
  isBusy: boolean;
  onWithdraw: (body: { reason: Reason; note: string }) => void;
  onKeep: () => void;
}

/** Why somebody is taken off: one choice, and a word if it helps. */
export function WithdrawForm({ isBusy, onWithdraw, onKeep }: WithdrawFormProps) {
  const { t } = useTranslation('waiting-list');
  const [reason, setReason] = useState<Reason>('no_longer_wanted');
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      className="sect wl-withdraw"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        onWithdraw({ reason, note });
      }}
    >
      <fieldset className="field set-checks">
        <legend>{t('withdraw.title')}</legend>
        {withdrawalReasons.map((one) => (
          <label className="set-check" key={one}>
            <input type="radio" name="reason" checked={one === reason} onChange={() => setReason(one)} />
            {t(`withdraw.${one}`)}
          </label>
        ))}
      </fieldset>
      <TextInput
        label={t('withdraw.note')}
        maxLength={200}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="wl-foot">
        <Button onClick={onKeep}>{t('withdraw.keep')}</Button>
        <Button look="danger" type="submit" busy={isBusy}>
          {t('withdraw.confirm')}
        </Button>
      </div>
    </form>
  );
}
