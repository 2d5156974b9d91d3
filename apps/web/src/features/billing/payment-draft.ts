import { type PaymentForm, paymentForm } from '@pupitre/shared/billing/billing.contract';
import { paidBy } from '@pupitre/shared/billing/payment-check';
import { parseEuros } from '@pupitre/shared/formats/parse';
import { z } from 'zod';

/** What is typed at the till, as typed; amounts are read only when they are needed. */
export const paymentDraft = z.object({
  /** One payment of everything, several one after the other, or less than is due with a reason. */
  mode: z.enum(['whole', 'shared', 'owing']),
  /** Payments already set aside in a shared settlement. */
  kept: z.array(paymentForm).readonly(),
  method: paymentForm.shape.method.nullable(),
  /** Of the payment in hand. Empty: all that is left when shared, nothing when something stays due. */
  amount: z.string(),
  /** Cash handed over; empty: the exact amount. */
  given: z.string(),
  chequeNumber: z.string(),
  chequeBank: z.string(),
  reason: z.string(),
});
export type PaymentDraft = Readonly<z.output<typeof paymentDraft>>;

/** A means alone is one key; amounts, cheques and reasons are typed. */
export const isPaymentTyped = (draft: PaymentDraft): boolean =>
  JSON.stringify({ ...draft, method: null }) !== JSON.stringify(emptyDraft);

export type PaymentFault = 'amount' | 'exceeds' | 'method' | 'given' | 'tooLittle' | 'left' | 'reason';

const emptyPart = { method: null, amount: '', given: '', chequeNumber: '', chequeBank: '' } as const;
export const emptyDraft: PaymentDraft = { mode: 'whole', kept: [], ...emptyPart, reason: '' };

/** The contract takes six payments. */
const MOST_KEPT = 5;

/** Cents that the payment in hand may still settle; negative when the acts changed below what was set aside. */
export const restCents = (draft: PaymentDraft, dueCents: number): number => dueCents - paidBy(draft.kept);

/** Cents of the payment in hand, or null when what is typed is no amount. */
export function amountCents(draft: PaymentDraft, dueCents: number): number | null {
  if (draft.mode === 'whole') return restCents(draft, dueCents);
  if (draft.amount.trim() !== '') return parseEuros(draft.amount);
  return draft.mode === 'owing' ? 0 : restCents(draft, dueCents);
}

/** Cents that stay due once these payments are made; null when the amount cannot be read. */
export function leftCents(draft: PaymentDraft, dueCents: number): number | null {
  const amount = amountCents(draft, dueCents);
  return amount === null ? null : restCents(draft, dueCents) - amount;
}

/** What is missing or wrong, the first to mend; null when the payments can be sent. */
export function paymentFault(draft: PaymentDraft, dueCents: number): PaymentFault | null {
  const partFault = faultOfPart(draft, dueCents);
  if (partFault) return partFault;
  if (leftCents(draft, dueCents) === 0) return null;
  if (draft.mode !== 'owing') return 'left';
  return draft.reason.trim() === '' ? 'reason' : null;
}

function faultOfPart(draft: PaymentDraft, dueCents: number): PaymentFault | null {
  const amount = amountCents(draft, dueCents);
  if (amount === null) return 'amount';
  if (amount > restCents(draft, dueCents) || amount < 0) return 'exceeds';
  if (amount === 0) return null;
  if (draft.method === null) return 'method';
  if (draft.method !== 'cash' || draft.given.trim() === '') return null;
  const given = parseEuros(draft.given);
  if (given === null) return 'given';
  return given < amount ? 'tooLittle' : null;
}

/** The payments to send. Call it on a draft without fault. */
export function paymentsOf(draft: PaymentDraft, dueCents: number): PaymentForm[] {
  const part = partOf(draft, dueCents);
  return part ? [...draft.kept, part] : [...draft.kept];
}

function partOf(draft: PaymentDraft, dueCents: number): PaymentForm | null {
  const cents = amountCents(draft, dueCents);
  if (!cents || !draft.method) return null;
  const isCheque = draft.method === 'cheque';
  return {
    method: draft.method,
    cents,
    givenCents: draft.method === 'cash' ? parseEuros(draft.given) : null,
    chequeNumber: isCheque ? draft.chequeNumber.trim() : '',
    chequeBank: isCheque ? draft.chequeBank.trim() : '',
  };
}

/** True when the payment in hand is sound and leaves something for a next one. */
export function mayKeepPart(draft: PaymentDraft, dueCents: number): boolean {
  const left = leftCents(draft, dueCents);
  const isSound = faultOfPart(draft, dueCents) === null && left !== null && left > 0;
  return isSound && draft.kept.length < MOST_KEPT && partOf(draft, dueCents) !== null;
}

/** Sets the payment in hand aside and takes up the next; the draft itself when that cannot be. */
export function keepPart(draft: PaymentDraft, dueCents: number): PaymentDraft {
  const part = partOf(draft, dueCents);
  if (!part || !mayKeepPart(draft, dueCents)) return draft;
  return { ...draft, ...emptyPart, kept: [...draft.kept, part] };
}

/** Takes a payment set aside off again. */
export function dropPart(draft: PaymentDraft, at: number): PaymentDraft {
  return { ...draft, kept: draft.kept.filter((_, index) => index !== at) };
}

/** Back to one payment of everything; the means chosen stays. */
export function makeWhole(draft: PaymentDraft): PaymentDraft {
  return { ...draft, mode: 'whole', kept: [], amount: '', reason: '' };
}
