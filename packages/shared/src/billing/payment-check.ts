import type { PaymentForm } from './billing.contract.js';
import { changeDue } from './change.js';

export type PaymentRefusal = 'payment.exceeds_due' | 'payment.given_too_little' | 'payment.outstanding_reason_required';

/**
 * Why these payments cannot settle `dueCents`, or null. Nobody pays more than is due, cash handed over covers what it
 * pays, and something left due needs a reason.
 */
export function paymentRefusal(
  dueCents: number,
  payments: readonly PaymentForm[],
  outstandingReason: string,
): PaymentRefusal | null {
  const paidCents = paidBy(payments);
  if (paidCents > dueCents) return 'payment.exceeds_due';
  if (payments.some(isGivenTooLittle)) return 'payment.given_too_little';
  if (paidCents < dueCents && outstandingReason === '') return 'payment.outstanding_reason_required';
  return null;
}

/** Sum of the payments, in cents. */
export function paidBy(payments: readonly PaymentForm[]): number {
  return payments.reduce((total, { cents }) => total + cents, 0);
}

/** Cents to give back: what was handed over in cash beyond what it pays. */
export function changeOf(payments: readonly PaymentForm[]): number {
  return payments.reduce((total, payment) => total + (changeDue(payment.cents, givenFor(payment)) ?? 0), 0);
}

function isGivenTooLittle(payment: PaymentForm): boolean {
  return changeDue(payment.cents, givenFor(payment)) === null;
}

/** Only cash is handed over; without a word of it, the exact amount was. */
function givenFor({ method, cents, givenCents }: PaymentForm): number {
  return method === 'cash' ? (givenCents ?? cents) : cents;
}
