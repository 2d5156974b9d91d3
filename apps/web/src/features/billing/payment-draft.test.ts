import { describe, expect, test } from '@jest/globals';
import {
  dropPart,
  emptyDraft,
  keepPart,
  leftCents,
  makeWhole,
  mayKeepPart,
  type PaymentDraft,
  type PaymentFault,
  paymentFault,
  paymentsOf,
} from './payment-draft';

const due = 4426;
const draft = (more: Partial<PaymentDraft>): PaymentDraft => ({ ...emptyDraft, ...more });

describe('what is missing before the payment can be sent', () => {
  test.each<[why: string, typed: Partial<PaymentDraft>, fault: PaymentFault | null]>([
    ['no means chosen', {}, 'method'],
    ['card for all', { method: 'card' }, null],
    ['cash, exact', { method: 'cash' }, null],
    ['cash, more than due', { method: 'cash', given: '50' }, null],
    ['cash, too little', { method: 'cash', given: '20' }, 'tooLittle'],
    ['cash, not an amount', { method: 'cash', given: 'cinquante' }, 'given'],
    ['what was typed for cash does not stop a card', { method: 'card', given: '20' }, null],
    ['a share, and something left', { mode: 'shared', method: 'card', amount: '20' }, 'left'],
    ['a share of everything', { mode: 'shared', method: 'card', amount: '44,26' }, null],
    ['a share left empty takes the rest', { mode: 'shared', method: 'card' }, null],
    ['a share beyond what is due', { mode: 'shared', method: 'card', amount: '44,27' }, 'exceeds'],
    ['a share that is no amount', { mode: 'shared', method: 'card', amount: '4,,' }, 'amount'],
    ['nothing paid, no reason', { mode: 'owing' }, 'reason'],
    ['nothing paid, a reason of spaces', { mode: 'owing', reason: '  ' }, 'reason'],
    ['nothing paid, with a reason', { mode: 'owing', reason: 'a oublié sa carte' }, null],
    ['a part paid, no means', { mode: 'owing', amount: '20', reason: 'le reste vendredi' }, 'method'],
    ['a part paid, with a reason', { mode: 'owing', amount: '20', method: 'cash', reason: 'vendredi' }, null],
    ['all paid after all: no reason asked', { mode: 'owing', amount: '44.26', method: 'cash' }, null],
  ])('%s', (_, typed, fault) => {
    expect(paymentFault(draft(typed), due)).toBe(fault);
  });

  test('nothing due: nothing missing', () => {
    expect(paymentFault(emptyDraft, 0)).toBeNull();
    expect(paymentsOf(emptyDraft, 0)).toEqual([]);
  });
});

test('a means keeps only what belongs to it', () => {
  const typed = { given: '50', chequeNumber: ' 0012345 ', chequeBank: 'La Banque Postale' };
  expect(paymentsOf(draft({ ...typed, method: 'cash' }), due)).toEqual([
    { method: 'cash', cents: due, givenCents: 5000, chequeNumber: '', chequeBank: '' },
  ]);
  expect(paymentsOf(draft({ ...typed, method: 'cheque' }), due)).toEqual([
    { method: 'cheque', cents: due, givenCents: null, chequeNumber: '0012345', chequeBank: 'La Banque Postale' },
  ]);
});

describe('several payments', () => {
  const first = draft({ mode: 'shared', method: 'card', amount: '30' });
  const second = { ...keepPart(first, due), method: 'cash' as const };

  test('the first is set aside, the second takes the rest', () => {
    expect(second.kept.map(({ cents }) => cents)).toEqual([3000]);
    expect(leftCents(second, due)).toBe(0);
    expect(paymentsOf(second, due).map(({ method, cents }) => [method, cents])).toEqual([
      ['card', 3000],
      ['cash', 1426],
    ]);
  });

  test('nothing is set aside that leaves nothing, or that is not sound', () => {
    expect(mayKeepPart(draft({ mode: 'shared', method: 'card' }), due)).toBe(false);
    expect(mayKeepPart(draft({ mode: 'shared', amount: '10' }), due)).toBe(false);
    expect(keepPart(draft({ mode: 'shared', method: 'card', amount: '50' }), due).kept).toEqual([]);
  });

  test('taken off again, the amount is due again', () => {
    expect(leftCents(dropPart({ ...second, amount: '10' }, 0), due)).toBe(3426);
  });

  test('acts removed below what was set aside are noticed', () => {
    expect(paymentFault(second, 2000)).toBe('exceeds');
  });

  test('back to one payment: the means stays, the shares go', () => {
    expect(paymentsOf(makeWhole(second), due)).toEqual([
      { method: 'cash', cents: due, givenCents: null, chequeNumber: '', chequeBank: '' },
    ]);
  });
});
