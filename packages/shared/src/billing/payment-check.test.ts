import { expect, test } from '@jest/globals';
import { type PaymentForm, paymentForm } from './billing.contract.js';
import { changeOf, paidBy, paymentRefusal } from './payment-check.js';

const pay = (method: PaymentForm['method'], cents: number, givenCents: number | null = null) =>
  paymentForm.parse({ method, cents, givenCents });

test.each<[string, number, PaymentForm[], string, string | null]>([
  ['all by card', 3000, [pay('card', 3000)], '', null],
  ['card and cash', 3000, [pay('card', 2000), pay('cash', 1000, 2000)], '', null],
  ['nothing due, nothing paid', 0, [], '', null],
  ['a cent too much', 3000, [pay('card', 3001)], '', 'payment.exceeds_due'],
  ['too much in two', 3000, [pay('card', 3000), pay('cash', 1)], '', 'payment.exceeds_due'],
  ['cash that does not cover', 3000, [pay('cash', 3000, 2000)], '', 'payment.given_too_little'],
  ['a given amount means nothing on a card', 3000, [pay('card', 3000, 2000)], '', null],
  ['a part left without a word', 3000, [pay('card', 2000)], '', 'payment.outstanding_reason_required'],
  ['a part left with a reason', 3000, [pay('card', 2000)], 'chéquier oublié', null],
])('%s', (_, due, payments, reason, expected) => {
  expect(paymentRefusal(due, payments, reason)).toBe(expected);
});

test('change comes from cash only', () => {
  const payments = [pay('cash', 1328, 2000), pay('card', 500, 9000)];
  expect([paidBy(payments), changeOf(payments)]).toEqual([1828, 672]);
});
