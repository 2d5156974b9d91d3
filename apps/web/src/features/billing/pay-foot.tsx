import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { Button } from '../../ui/button';
import type { PaymentFault } from './payment-draft';

interface PayFootProps {
  /** Nothing to pay: the receipt is handed over. */
  isFree: boolean;
  fault: PaymentFault | 'empty' | null;
  isSending: boolean;
  onValidate: () => void;
  /** What went wrong, right above the button that tries again. */
  children: ReactNode;
}

/** The button stays in sight when it cannot act, with its cause under it; the key then leads to what is missing. */
export function PayFoot({ isFree, fault, isSending, onValidate, children }: PayFootProps) {
  const { t } = useTranslation('billing');
  const causeId = useId();
  useShortcut({
    id: 'till.validate',
    keys: 'Ctrl+Enter',
    scope: 'global',
    labelKey: isFree ? 'billing:pay.handOver' : 'billing:pay.validate',
    groupKey: 'billing:title',
    run: onValidate,
  });
  return (
    <footer>
      {children}
      <Button
        look="primary"
        size="xl"
        keys="Ctrl+Enter"
        busy={isSending}
        aria-disabled={fault ? true : undefined}
        aria-describedby={causeId}
        onClick={onValidate}
      >
        {t(isFree ? 'pay.handOver' : 'pay.validate')}
      </Button>
      <p className="hint" id={causeId}>
        {isSending ? t('pay.sending') : fault ? t(`cause.${fault}`) : t('pay.numberLater')}
      </p>
    </footer>
  );
}
