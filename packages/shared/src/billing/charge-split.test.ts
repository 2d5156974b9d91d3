import { expect, test } from '@jest/globals';
import { type CoverageFacts, type PricedAct, splitCharge } from './charge-split.js';

const act = (code: string, unitCents: number, change: Partial<PricedAct> = {}): PricedAct => ({
  code,
  labelFr: code,
  labelEn: code,
  quantity: 1,
  unitCents,
  rateKind: 'doctor',
  countsForParticipation: true,
  ...change,
});
const g = act('G', 3000);
const meg = act('MEG', 500, { countsForParticipation: false });
const adult: CoverageFacts = {
  day: '2026-03-02',
  birthDate: '1962-03-12',
  referringDoctor: true,
  longTermIllness: false,
  complementaryName: '',
  thirdParty: 'none',
  participationUsedDayCents: 0,
  participationUsedYearCents: 0,
};

/** total, AMO, AMC, patient, paid back, participation */
const figures = (acts: PricedAct[], change: Partial<CoverageFacts>) => {
  const { totalCents, amoCents, amcCents, patientCents, paidBackCents, participationCents } = splitCharge(acts, {
    ...adult,
    ...change,
  }).split;
  return [totalCents, amoCents, amcCents, patientCents, paidBackCents, participationCents];
};

test.each<[string, PricedAct[], Partial<CoverageFacts>, number[]]>([
  ['E1: the patient advances all', [g], {}, [3000, 0, 0, 3000, 1900, 200]],
  ['E2: no declared doctor', [g], { referringDoctor: false }, [3000, 0, 0, 3000, 700, 200]],
  ['E3: long-term illness', [g], { longTermIllness: true, thirdParty: 'full' }, [3000, 3000, 0, 0, 0, 200]],
  ['E5: a child of four', [g, meg], { birthDate: '2022-01-15' }, [3500, 0, 0, 3500, 2450, 0]],
  ['E17: the AMO pays the practice', [g], { thirdParty: 'amo' }, [3000, 2100, 0, 900, 0, 200]],
  ['E18: both pay', [g], { thirdParty: 'full', complementaryName: 'Harmonie' }, [3000, 2100, 900, 0, 0, 200]],
  ['nobody to ask for the rest', [g], { thirdParty: 'full' }, [3000, 2100, 0, 900, 0, 200]],
  ['the day’s cap is nearly reached', [g], { participationUsedDayCents: 700 }, [3000, 0, 0, 3000, 2000, 100]],
])('%s', (_, acts, change, expected) => {
  expect(figures(acts, change)).toEqual(expected);
});

test('a line shows the shares whoever advances them', () => {
  const { lines } = splitCharge([act('DEQP003', 1426, { quantity: 2 })], { ...adult, complementaryName: 'Harmonie' });
  expect(lines).toEqual([
    expect.objectContaining({
      quantity: 2,
      unitCents: 1426,
      totalCents: 2852,
      amoCents: 1996,
      amcCents: 856,
      excessCents: 0,
    }),
  ]);
});
