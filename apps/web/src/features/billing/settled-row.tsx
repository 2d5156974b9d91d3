import type { TillView } from '@pupitre/shared/billing/billing.contract';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { Icon } from '../../ui/icon';
import { methodLooks } from './payment-methods';

export type Settled = TillView['settled'][number];

/** An invoice of the day in one line; opens what was paid and its receipt. */
export function SettledRow({ invoice, isChosen }: { invoice: Settled; isChosen: boolean }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const [method] = invoice.methods;
  return (
    <Link
      to="."
      search={{ facture: invoice.invoiceId }}
      className={isChosen ? 'do on' : 'do'}
      aria-current={isChosen ? 'true' : undefined}
    >
      <Icon of={method ? methodLooks[method].icon : IconCircleCheck} size={14} />
      <span className="sr">{invoice.methods.map((each) => t(`method.${each}`)).join(', ')}</span>
      <span className="trunc">
        {invoice.patientName} {invoice.patientFirstName}
      </span>
      <span className="sp" />
      {invoice.outstandingCents > 0 && (
        <span className="owes">{t('list.owes', { amount: formats.euros(invoice.outstandingCents) })}</span>
      )}
      <Amount cents={invoice.paidCents} />
    </Link>
  );
}
