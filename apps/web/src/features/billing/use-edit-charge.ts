import { type ChargeView, editCharge } from '@pupitre/shared/billing/billing.contract';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';
import { chargeQuery } from './billing.queries';
import { type ChargeEdit, type ChargeForm, formOf } from './charge-edit';

/** What a change was made on, and what it made of it: shown beside a colleague's when hers came first. */
export interface Attempt {
  version: number;
  before: ChargeForm;
  mine: ChargeForm;
}

const attempts = new WeakMap<ChargeEdit, Attempt>();
export const attemptOf = (edit: ChargeEdit | undefined): Attempt | undefined => edit && attempts.get(edit);

export type EditCharge = UseMutationResult<ChargeView, Error, ChargeEdit>;

/**
 * Changes a draft on the server and shows its answer: amounts are never guessed. Quick changes wait for one another,
 * each made on what the one before gave.
 */
export function useEditCharge(practiceId: string, appointmentId: string): EditCharge {
  const client = useQueryClient();
  const { queryKey } = chargeQuery(practiceId, appointmentId);
  return useMutation({
    scope: { id: `charge-${appointmentId}` },
    mutationFn: (edit: ChargeEdit) => {
      const charge = client.getQueryData(queryKey);
      if (!charge) throw new Error('a draft is edited once it is read');
      const body = edit(charge);
      attempts.set(edit, { version: charge.version, before: formOf(charge), mine: body });
      return callApi(editCharge, {
        params: { practiceId, appointmentId },
        body,
        ifMatch: charge.version,
      });
    },
    onSuccess: (charge) => {
      client.setQueryData(queryKey, charge);
      return client.invalidateQueries({ queryKey: practiceKey(practiceId, 'billing', 'till') });
    },
    onError: () => client.invalidateQueries({ queryKey: practiceKey(practiceId, 'billing') }),
  });
}
