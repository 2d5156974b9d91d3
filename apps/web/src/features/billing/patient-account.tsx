import type { ChargeView } from '@pupitre/shared/billing/billing.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { practitionerName } from './practitioner-name';

/** The patient's last invoices, and whether anything is owed from before. */
export function PatientAccount({ charge, setup }: { charge: ChargeView; setup: PracticeSetup | undefined }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const owed = charge.earlierOutstandingCents;
  const state = owed > 0 ? t('account.owes', { amount: formats.euros(owed) }) : t('account.clear');
  return (
    <section className="account">
      <div className="row">
        <h3>{t('account.title')}</h3>
        <span className="sp" />
        <span className={owed > 0 ? 'owes' : undefined}>
          {charge.earlierInvoices.length === 0 ? t('account.none') : state}
        </span>
      </div>
      {charge.earlierInvoices.length > 0 && (
        <table>
          <caption className="sr">{t('account.caption')}</caption>
          <thead className="sr">
            <tr>
              {(['date', 'number', 'with', 'asked', 'paid'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`account.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {charge.earlierInvoices.map((invoice) => (
              <tr key={invoice.invoiceId}>
                <td>{formats.dateShort(invoice.issuedOn)}</td>
                <td className="muted">{invoice.number}</td>
                <td>{practitionerName(setup, invoice.practitionerId, 'short')}</td>
                <td className="num">
                  <Amount cents={invoice.patientCents} />
                </td>
                <td className="muted">
                  <PaidHow invoice={invoice} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function PaidHow({ invoice }: { invoice: ChargeView['earlierInvoices'][number] }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  if (invoice.outstandingCents > 0) {
    return <span className="owes">{t('account.left', { amount: formats.euros(invoice.outstandingCents) })}</span>;
  }
  if (invoice.methods.length === 0) return t('account.nothingAsked');
  return invoice.methods.map((method) => t(`account.by.${method}`)).join(', ');
}
