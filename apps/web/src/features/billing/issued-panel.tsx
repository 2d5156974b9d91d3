import type { PaymentForm } from '@pupitre/shared/billing/billing.contract';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { Amount } from '../../ui/amount';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import { ChangeBox } from './change-box';
import { methodLooks } from './payment-methods';
import { useReceipt } from './receipt';

interface IssuedPanelProps {
  invoiceId: string;
  number: string;
  issuedAt: string;
  paidCents: number;
  outstandingCents: number;
  changeCents: number;
  payments: readonly Pick<PaymentForm, 'method' | 'cents'>[];
  zone: string;
  onNext: (() => void) | undefined;
}

/** What was recorded, what to give back, the receipt, and the next one. */
export function IssuedPanel(props: IssuedPanelProps) {
  const { number, issuedAt, paidCents, outstandingCents, changeCents, payments, zone } = props;
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const time = formats.timeOfInstant(new Date(issuedAt), zone);
  return (
    <ReceiptPanel invoiceId={props.invoiceId} onNext={props.onNext}>
      <div className="due paid" role="status">
        <h2>{t('issued.paid')}</h2>
        <b>
          <Amount cents={paidCents} />
        </b>
        <p className="muted">{t('issued.recorded', { number, time })}</p>
      </div>
      {changeCents > 0 && (
        <div className="sect">
          <ChangeBox cents={changeCents} />
        </div>
      )}
      {outstandingCents > 0 && (
        <div className="sect">
          <p className="call">
            <Icon of={IconAlertTriangle} />
            {t('issued.outstanding', { amount: formats.euros(outstandingCents) })}
          </p>
        </div>
      )}
      {payments.length > 0 && (
        <ul className="sect kept">
          {payments.map(({ method, cents }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record that never changes
            <li key={at}>
              <Icon of={methodLooks[method].icon} size={14} />
              <span>{t(`method.${method}`)}</span>
              <span className="sp" />
              <Amount cents={cents} />
            </li>
          ))}
        </ul>
      )}
    </ReceiptPanel>
  );
}

interface ReceiptPanelProps {
  invoiceId: string;
  onNext: (() => void) | undefined;
  children: ReactNode;
}

/** A panel around an invoice that exists: its receipt is one letter away. */
export function ReceiptPanel({ invoiceId, onNext, children }: ReceiptPanelProps) {
  const { t } = useTranslation('billing');
  const { practiceId } = useMembership();
  const receipt = useReceipt(practiceId, invoiceId);
  const panel = useRef<HTMLElement>(null);
  const printButton = useRef<HTMLButtonElement>(null);
  const print = () => !receipt.isPending && receipt.mutate();
  useEffect(() => printButton.current?.focus(), []);
  useShortcut({
    id: 'till.print',
    keys: 'P',
    scope: 'focus',
    within: panel,
    labelKey: 'billing:issued.print',
    groupKey: 'billing:keys.group',
    run: print,
  });
  return (
    <section className="py" aria-label={t('issued.label')} ref={panel}>
      <div className="scroll">
        {children}
        {receipt.error && <ErrorState error={receipt.error} kept={t('issued.kept')} onRetry={print} />}
      </div>
      <footer>
        <Button
          look="primary"
          size="xl"
          icon={IconPrinter}
          keys="P"
          ref={printButton}
          busy={receipt.isPending}
          onClick={print}
        >
          {t('issued.print')}
        </Button>
        {onNext && (
          <Button size="xl" keys="F9" onClick={onNext}>
            {t('issued.next')}
          </Button>
        )}
        {!onNext && <p className="hint">{t('list.nothing')}</p>}
      </footer>
    </section>
  );
}
