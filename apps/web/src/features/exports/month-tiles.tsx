import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import type { MonthSummary } from './exports.queries';

/** What was invoiced, who owes it, what came in and what is still due. */
export function MonthTiles({ summary }: { summary: MonthSummary }) {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const tiles = [
    [
      'invoiced',
      summary.invoicedCents,
      t('tile.invoices', { count: summary.invoiceCount, n: formats.integer(summary.invoiceCount) }),
    ],
    [
      'paid',
      summary.paidCents,
      t('tile.payments', { count: summary.paymentCount, n: formats.integer(summary.paymentCount) }),
    ],
    ['amo', summary.amoCents, t('tile.toReceive')],
    ['amc', summary.amcCents, t('tile.toReceive')],
    ['outstanding', summary.outstandingCents, t('tile.byPatients')],
  ] as const;
  return (
    <dl className="tiles">
      {tiles.map(([name, cents, hint]) => (
        <div key={name}>
          <dt>{t(`tile.${name}`)}</dt>
          <dd>
            <Amount cents={cents} />
            <span className="hint">{hint}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
