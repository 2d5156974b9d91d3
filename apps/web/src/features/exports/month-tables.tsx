import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { Card } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { Table } from '../../ui/table';
import type { MonthSummary } from './exports.queries';

/** The same totals by means of payment and by practitioner: each table adds up to the file it comes from. */
export function MonthTables({ summary }: { summary: MonthSummary }) {
  const { t } = useTranslation('exports');
  if (summary.invoiceCount === 0 && summary.paymentCount === 0) return <EmptyState>{t('nothing')}</EmptyState>;
  return (
    <div className="tables">
      <Totals
        title={t('practitioner.title')}
        what={t('practitioner.head')}
        counted={t('practitioner.count')}
        money={t('practitioner.money')}
        rows={summary.byPractitioner.map(({ practitionerName, ...row }) => ({ name: practitionerName, ...row }))}
        total={{ count: summary.invoiceCount, cents: summary.invoicedCents }}
      />
      <Totals
        title={t('method.title')}
        what={t('method.head')}
        counted={t('method.count')}
        money={t('method.money')}
        rows={summary.byMethod.map(({ method, ...row }) => ({ name: t(`method.${method}`), ...row }))}
        total={{ count: summary.paymentCount, cents: summary.paidCents }}
      />
    </div>
  );
}

interface TotalRow {
  count: number;
  cents: number;
}

interface TotalsProps {
  title: string;
  what: string;
  counted: string;
  money: string;
  rows: readonly (TotalRow & { name: string })[];
  total: TotalRow;
}

function Totals({ title, what, counted, money, rows, total }: TotalsProps) {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        columns={[
          { id: 'name', head: what, cell: ({ name }) => name },
          { id: 'count', head: counted, numeric: true, cell: ({ count }) => formats.integer(count) },
          { id: 'cents', head: money, numeric: true, cell: ({ cents }) => <Amount cents={cents} /> },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
        foot={
          <tr>
            <td>{t('total')}</td>
            <td className="num">{formats.integer(total.count)}</td>
            <td className="num">
              <Amount cents={total.cents} />
            </td>
          </tr>
        }
      />
    </Card>
  );
}
