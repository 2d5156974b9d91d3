import type { TillView } from '@pupitre/shared/billing/billing.contract';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../ui/status-tag';
import { IssuedPanel, ReceiptPanel } from './issued-panel';

interface SettledDeskProps {
  invoiceId: string;
  till: TillView;
  zone: string;
  onNext: (() => void) | undefined;
  /** Somebody else issued it while the note was in hand here. */
  isElsewhere?: boolean;
}

/** An invoice that exists. What the till of the day does not list (issued another day) still gives its receipt. */
export function SettledDesk({ invoiceId, till, zone, onNext, isElsewhere }: SettledDeskProps) {
  const { t } = useTranslation('billing');
  const invoice = till.settled.find((each) => each.invoiceId === invoiceId);
  return (
    <>
      <section className="iv">
        <header className="row">
          <div className="who">
            {invoice && (
              <h2>
                <span className="nom">{invoice.patientName}</span> {invoice.patientFirstName}
              </h2>
            )}
            <p className="muted">{invoice ? t('sheet.issued', { number: invoice.number }) : t('settled.otherDay')}</p>
          </div>
          <span className="sp" />
          <StatusTag look="done" />
        </header>
        {isElsewhere && (
          <p className="call" role="alert">
            {t('settled.elsewhere')}
          </p>
        )}
        <p className="muted">{t('settled.final')}</p>
      </section>
      {invoice ? (
        <IssuedPanel {...invoice} changeCents={0} payments={paymentsKnown(invoice)} zone={zone} onNext={onNext} />
      ) : (
        <ReceiptPanel invoiceId={invoiceId} onNext={onNext}>
          <div className="due">
            <h2>{t('settled.otherDay')}</h2>
          </div>
        </ReceiptPanel>
      )}
    </>
  );
}

/** The till tells how much in all and by which means; the amount of each is known when there is only one. */
function paymentsKnown({ methods, paidCents }: TillView['settled'][number]) {
  const [method] = methods;
  return method && methods.length === 1 ? [{ method, cents: paidCents }] : [];
}
