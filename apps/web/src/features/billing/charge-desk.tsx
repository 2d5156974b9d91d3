import type { TillView } from '@pupitre/shared/billing/billing.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../lib/api-problem';
import { useMembership } from '../../lib/session';
import { useServerDraft } from '../../lib/use-server-draft';
import { ErrorState } from '../../ui/error-state';
import { chargeQuery } from './billing.queries';
import { ChargeSheet } from './charge-sheet';
import { IssuedPanel } from './issued-panel';
import { emptyDraft, isPaymentTyped, type PaymentDraft, paymentDraft } from './payment-draft';
import { PaymentPanel } from './payment-panel';
import { SettledDesk } from './settled-desk';
import { NoteWait } from './till-wait';
import { useEditCharge } from './use-edit-charge';
import { useIssue } from './use-issue';

interface ChargeDeskProps {
  appointmentId: string;
  till: TillView;
  setup: PracticeSetup | undefined;
  zone: string;
  /** What was typed for each visit, kept while one looks at another. */
  drafts: Map<string, PaymentDraft>;
  onNext: (() => void) | undefined;
}

/** One visit to collect: its note and its payment; once issued, both as they were recorded. */
export function ChargeDesk({ appointmentId, till, setup, zone, drafts, onNext }: ChargeDeskProps) {
  const { practiceId } = useMembership();
  const [draft, setDraft] = useState(() => drafts.get(appointmentId) ?? emptyDraft);
  const issue = useIssue(practiceId, appointmentId);
  const edit = useEditCharge(practiceId, appointmentId);
  const invoice = issue.data;
  const {
    data: charge,
    error,
    refetch,
  } = useQuery({
    ...chargeQuery(practiceId, appointmentId),
    // An issued note is read no more; while a payment is on its way, the news of it may come before its reply.
    enabled: invoice === undefined && !issue.isPending,
  });
  const change = (next: PaymentDraft) => {
    drafts.set(appointmentId, next);
    setDraft(next);
  };
  const kept = useServerDraft({
    ...{ form: 'payment', subject: appointmentId, shape: paymentDraft, body: draft },
    isDirty: isPaymentTyped(draft) && !invoice,
    onRestore: change,
    onClear: () => change(emptyDraft),
  });
  const refusal = invoice || issue.isPending || !(error instanceof ApiProblem) || error.isPassing ? null : error;

  if (refusal?.code === 'charge.already_issued') {
    const invoiceId = String(refusal.details.invoiceId);
    const how = isUnanswered(issue.error) ? 'recovered' : 'elsewhere';
    return <SettledDesk invoiceId={invoiceId} till={till} zone={zone} onNext={onNext} how={how} />;
  }
  if (refusal || (!charge && error)) {
    return (
      <div className="iv">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!charge) return <NoteWait />;
  return (
    <>
      <ChargeSheet charge={charge} edit={edit} setup={setup} number={invoice?.number} />
      {invoice ? (
        <IssuedPanel
          {...invoice}
          invoiceId={invoice.id}
          payments={issue.variables?.payments ?? []}
          zone={zone}
          onNext={onNext}
        />
      ) : (
        <PaymentPanel
          charge={charge}
          draft={draft}
          onChange={change}
          kept={kept}
          issue={issue}
          isEditing={edit.isPending}
        />
      )}
    </>
  );
}

/** Our own payment was sent, and its reply was lost: the invoice that exists is most likely ours. */
const isUnanswered = (error: Error | null) => error instanceof ApiProblem && error.status === 0;
