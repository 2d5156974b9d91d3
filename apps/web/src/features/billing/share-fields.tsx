import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { TextInput } from '../../ui/text-input';
import { dropPart, leftCents, mayKeepPart, type PaymentDraft, paymentFault, restCents } from './payment-draft';
import { methodLooks } from './payment-methods';

interface ShareFieldsProps {
  draft: PaymentDraft;
  dueCents: number;
  onChange: (draft: PaymentDraft) => void;
  /** Sets the payment in hand aside for a next one. */
  onKeep: () => void;
}

/** Payments set aside, the amount of the one in hand, and what is left after it. */
export function ShareFields({ draft, dueCents, onChange, onKeep }: ShareFieldsProps) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const isOwing = draft.mode === 'owing';
  const left = leftCents(draft, dueCents) ?? 0;
  const fault = paymentFault(draft, dueCents);
  const rest = Math.max(0, restCents(draft, dueCents));
  return (
    <div className="sect share">
      {draft.kept.length > 0 && <KeptParts draft={draft} onDrop={(at) => onChange(dropPart(draft, at))} />}
      <TextInput
        label={t(isOwing ? 'share.paidNow' : 'share.amount')}
        inputMode="decimal"
        autoComplete="off"
        data-fault="amount exceeds"
        placeholder={isOwing ? formats.euros(0) : formats.euros(rest)}
        value={draft.amount}
        onChange={(event) => onChange({ ...draft, amount: event.currentTarget.value })}
        fault={
          fault === 'amount' || fault === 'exceeds' ? t(`fault.${fault}`, { amount: formats.euros(rest) }) : undefined
        }
      />
      {left > 0 && (
        <p className="left">
          {t(isOwing ? 'share.staysDue' : 'share.left')} <Amount cents={left} />
        </p>
      )}
      {draft.mode === 'shared' && mayKeepPart(draft, dueCents) && (
        <Button size="sm" icon={IconPlus} onClick={onKeep}>
          {t('share.next')}
        </Button>
      )}
      {isOwing && left > 0 && (
        <TextInput
          label={t('share.reason')}
          data-fault="reason"
          maxLength={200}
          autoComplete="off"
          value={draft.reason}
          onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
          help={t('share.reasonHelp')}
        />
      )}
    </div>
  );
}

function KeptParts({ draft, onDrop }: { draft: PaymentDraft; onDrop: (at: number) => void }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  return (
    <ul className="kept" aria-label={t('share.kept')}>
      {draft.kept.map((part, at) => {
        const amount = formats.euros(part.cents);
        const method = t(`method.${part.method}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal payments may follow one another
          <li key={at}>
            <Icon of={methodLooks[part.method].icon} size={14} />
            <span>{method}</span>
            <span className="sp" />
            <Amount cents={part.cents} />
            <IconButton
              icon={IconX}
              label={t('share.drop', { method, amount })}
              look="ghost"
              size="xs"
              onClick={() => onDrop(at)}
            />
          </li>
        );
      })}
    </ul>
  );
}
