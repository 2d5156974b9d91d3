import type { TillView } from '@pupitre/shared/billing/billing.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { KeyValue } from '../../ui/key-value';
import { StatusTag } from '../../ui/status-tag';
import { IssuedPanel, ReceiptPanel } from './issued-panel';
import type { Settled } from './settled-row';

interface SettledDeskProps {
  invoiceId: string;
  till: TillView;
  zone: string;
  onNext: (() => void) | undefined;
  /** Issued while the note was in hand here: by somebody else, or by us without our hearing the reply. */
  how?: 'elsewhere' | 'recovered';
}

/** An invoice that exists. What the till of the day does not list (issued another day) still gives its receipt. */
export function SettledDesk({ invoiceId, till, zone, onNext, how }: SettledDeskProps) {
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
          <StatusTag status="done" />
        </header>
        {how && (
          <p className="call" role="alert">
            {t(`settled.${how}`)}
          </p>
        )}
        {invoice && <SettledFacts invoice={invoice} zone={zone} />}
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

function SettledFacts({ invoice, zone }: { invoice: Settled; zone: string }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const means = invoice.methods.map((method) => t(`method.${method}`)).join(', ');
  const owed = invoice.outstandingCents;
  return (
    <KeyValue
      lines={[
        [t('settled.number'), invoice.number],
        [t('settled.at'), formats.timeOfInstant(new Date(invoice.issuedAt), zone)],
        [t('settled.paid'), <Amount key="paid" cents={invoice.paidCents} />],
        [t('settled.means'), means || undefined],
        [t('settled.owed'), owed > 0 ? <Amount key="owed" cents={owed} /> : undefined],
      ]}
    />
  );
}

/** The till tells how much in all and by which means; the amount of each is known when there is only one. */
function paymentsKnown({ methods, paidCents }: TillView['settled'][number]) {
  const [method] = methods;
  return method && methods.length === 1 ? [{ method, cents: paidCents }] : [];
}
