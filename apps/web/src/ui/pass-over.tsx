import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import './pass-over.css';
import { TextInput } from './text-input';

const quickReasons = ['agreed', 'urgent', 'family', 'short'] as const;
const longest = 200;

export interface PassOverProps {
  reason: string;
  onReason: (reason: string) => void;
  /** Called with a reason only. */
  onConfirm: () => void;
  /** « Rajout 1 sur 2 ce matin », when the visit would stand beside another. */
  rajout: string | null;
  isBusy: boolean;
  /** Of the button, when the form around it binds it. */
  keys?: string;
  /** Takes the focus when the main act needs a reason first. */
  firstRef?: Ref<HTMLButtonElement>;
}

/** Why one passes over what stands in the way: a word said often, or a few of one's own. ↵ on a word goes to the button. */
export function PassOver({ reason, onReason, onConfirm, rajout, isBusy, keys, firstRef }: PassOverProps) {
  const { t } = useTranslation('override');
  const [isTried, setTried] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  const isMissing = reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (!isMissing && !isBusy) onConfirm();
  };
  return (
    <fieldset className="pass-over">
      <legend>{t('title')}</legend>
      {rajout && <p className="pass-over-count">{rajout}</p>}
      <div className="pass-over-words">
        {quickReasons.map((word, at) => (
          <Button
            key={word}
            ref={at === 0 ? firstRef : undefined}
            size="xs"
            aria-pressed={reason === t(`quick.${word}`)}
            onClick={() => {
              onReason(t(`quick.${word}`));
              confirm.current?.focus();
            }}
          >
            {t(`quick.${word}`)}
          </Button>
        ))}
      </div>
      <TextInput
        label={t('reason')}
        help={t('reasonHelp')}
        value={reason}
        maxLength={longest}
        fault={isTried && isMissing ? t('missing') : undefined}
        autoComplete="off"
        onChange={(event) => onReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          submit();
        }}
      />
      <Button ref={confirm} size="sm" keys={keys} busy={isBusy} onClick={submit}>
        {t(rajout ? 'confirmRajout' : 'confirm')}
      </Button>
    </fieldset>
  );
}
