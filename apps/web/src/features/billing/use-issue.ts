import { type InvoiceView, issueInvoice, type PaymentForm } from '@pupitre/shared/billing/billing.contract';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';
import { useSubmissionKey } from '../../lib/submission-key';

export interface Submission {
  version: number;
  payments: PaymentForm[];
  outstandingReason: string;
}

export type Issue = UseMutationResult<InvoiceView, Error, Submission>;

/**
 * Sends payments and issues the invoice. The same content sent again carries the same key, so that a reply lost on
 * the way never makes a second payment; other content is another submission. Nothing is shown before the reply.
 */
export function useIssue(practiceId: string, appointmentId: string): Issue {
  const client = useQueryClient();
  const key = useSubmissionKey();
  const sent = useRef('');
  return useMutation({
    mutationFn: ({ version, ...body }: Submission) => {
      const content = JSON.stringify([version, body]);
      if (content !== sent.current) key.renew();
      sent.current = content;
      const params = { practiceId, appointmentId };
      return callApi(issueInvoice, { params, body, ifMatch: version, idempotencyKey: key.current() });
    },
    // Paid or refused, what the till shows may have changed: a colleague's change is read, an issued invoice is seen.
    onSettled: () => void client.invalidateQueries({ queryKey: practiceKey(practiceId, 'billing') }),
  });
}
