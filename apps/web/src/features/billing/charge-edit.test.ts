import { describe, expect, test } from '@jest/globals';
import type { ActView, ChargeView } from '@pupitre/shared/billing/billing.contract';
import { matchActs } from './act-match';
import { addAct, setQuantity, setThirdParty } from './charge-edit';

const line = (code: string, quantity: number) => ({ code, quantity }) as ChargeView['lines'][number];
const charge = { lines: [line('G', 1), line('DEQP003', 19)], thirdParty: 'amo' } as unknown as ChargeView;

describe('a change of the draft', () => {
  test.each([
    [
      'a new act comes last, once',
      addAct('MEG'),
      [
        ['G', 1],
        ['DEQP003', 19],
        ['MEG', 1],
      ],
    ],
    [
      'an act that is there is done once more',
      addAct('DEQP003'),
      [
        ['G', 1],
        ['DEQP003', 20],
      ],
    ],
    [
      'another quantity',
      setQuantity('G', 3),
      [
        ['G', 3],
        ['DEQP003', 19],
      ],
    ],
    ['none takes it off', setQuantity('G', 0), [['DEQP003', 19]]],
  ])('%s', (_, edit, lines) => {
    expect(edit(charge)).toEqual({ lines: lines.map(([code, quantity]) => ({ code, quantity })), thirdParty: 'amo' });
  });

  test('never more than the contract takes', () => {
    const full = { ...charge, lines: [line('G', 20)] };
    expect(addAct('G')(full).lines).toEqual([{ code: 'G', quantity: 20 }]);
  });

  test('who pays leaves the acts alone', () => {
    expect(setThirdParty('full')(charge)).toEqual({
      lines: [
        { code: 'G', quantity: 1 },
        { code: 'DEQP003', quantity: 19 },
      ],
      thirdParty: 'full',
    });
  });
});

describe('an act found by code or by words', () => {
  const act = (code: string, labelFr: string, labelEn: string) => ({ code, short: code, labelFr, labelEn }) as ActView;
  const acts = [
    act('VG', 'Visite à domicile, généraliste', 'Home visit, general practitioner'),
    act('G', 'Consultation, généraliste', 'Consultation, general practitioner'),
    act('DEQP003', 'Électrocardiogramme, 12 dérivations', 'Electrocardiogram, 12 leads'),
  ];
  test.each([
    ['', ['VG', 'G', 'DEQP003']],
    ['g', ['G', 'VG']],
    ['deq', ['DEQP003']],
    ['electro', ['DEQP003']],
    ['généraliste visite', ['VG']],
    ['home', ['VG']],
    ['xyz', []],
  ])('« %s »', (text, codes) => {
    expect(matchActs(acts, text).map(({ code }) => code)).toEqual(codes);
  });
});
