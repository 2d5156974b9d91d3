import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { priceOn } from './act-catalogue.js';
import { billingParametersOn } from './parameters.js';
import { type SplitInput, type SplitLine, type SplitPatient, splitInvoice } from './split.js';

const day = '2026-03-02';
const parameters = billingParametersOn(day);
const adult: SplitPatient = {
  birthDate: '1962-03-12',
  onDate: day,
  regimeRatePercent: null,
  outOfPathway: false,
  pathwayExempt: false,
  participationExempt: false,
  flatContributionExempt: false,
  overrunForbidden: false,
  participationUsedDayCents: 0,
  participationUsedYearCents: 0,
};
const child: SplitPatient = { ...adult, birthDate: '2022-01-15' };

/** An act of a doctor, at its tariff unless a fee is given. */
const act = (code: string, tariffCents: number, change: Partial<SplitLine> = {}): SplitLine => ({
  code,
  feeCents: tariffCents,
  tariffCents,
  rateKind: 'doctor',
  exonerated: false,
  nonReimbursable: false,
  gratis: false,
  countsForParticipation: true,
  ...change,
});
/** What is added to an act: no participation of its own. */
const added = (code: string, tariffCents: number) => act(code, tariffCents, { countsForParticipation: false });
const g = act('G', 3000);
const wholly = { exonerated: true };

type Case = Partial<Omit<SplitInput, 'lines' | 'patient'>> & {
  lines: readonly SplitLine[];
  patient?: Partial<SplitPatient>;
  who?: SplitPatient;
};
const split = ({ lines, patient, who = adult, ...rest }: Case) =>
  splitInvoice({
    thirdParty: 'none',
    complementary: null,
    parameters,
    ...rest,
    lines,
    patient: { ...who, ...patient },
  });
const full = { complementary: { percentOfBase: 100 } };

/** H, B, D, AMO, TM, PF: the columns of the reference table. */
const figures = (result: ReturnType<typeof splitInvoice>) => [
  result.feeCents,
  result.baseCents,
  result.overrunCents,
  result.amoCents,
  result.patientShareCents,
  result.participationCents,
];

describe('the reference cases', () => {
  test.each<[string, Case, number[]]>([
    ['E1 G with the declared doctor', { lines: [g] }, [3000, 3000, 0, 2100, 900, 200]],
    ['E2 G out of the pathway', { lines: [g], patient: { outOfPathway: true } }, [3000, 3000, 0, 900, 2100, 200]],
    [
      'E2b the same with a cap',
      { lines: [g], patient: { outOfPathway: true }, parameters: { ...parameters, outOfPathwayCapCents: 1060 } },
      [3000, 3000, 0, 1040, 1960, 200],
    ],
    ['E3 G related to an ALD', { lines: [{ ...g, ...wholly }], thirdParty: 'full' }, [3000, 3000, 0, 3000, 0, 200]],
    [
      'E4 G, ALD, out of the pathway',
      { lines: [{ ...g, ...wholly }], patient: { outOfPathway: true } },
      [3000, 3000, 0, 1800, 1200, 200],
    ],
    ['E5 G+MEG, child of four', { lines: [g, added('MEG', 500)], who: child }, [3500, 3500, 0, 2450, 1050, 0]],
    [
      'E6a COE before 2026',
      { lines: [act('COE', priceOn('COE', '2025-10-01', 'METRO') ?? 0, { rateKind: 'full' })], who: child },
      [5400, 5400, 0, 5400, 0, 0],
    ],
    [
      'E6b COE in 2026',
      { lines: [act('COE', priceOn('COE', '2026-01-02', 'METRO') ?? 0, { rateKind: 'full' })], who: child },
      [6000, 6000, 0, 6000, 0, 0],
    ],
    ['E7 VG+MD', { lines: [act('VG', 3000), added('MD', 1000)] }, [4000, 4000, 0, 2800, 1200, 200]],
    [
      'E8 VG+MD+IK',
      { lines: [act('VG', 3000), added('MD', 1000), added('IK', 976)] },
      [4976, 4976, 0, 3483, 1493, 200],
    ],
    [
      'E9 sector 2, 50 € on C',
      { lines: [act('C', 2300, { feeCents: 5000 })], ...full },
      [5000, 2300, 2700, 1610, 690, 200],
    ],
    [
      'E10 OPTAM, 45 €, AMC 200 %',
      { lines: [{ ...g, feeCents: 4500 }], complementary: { percentOfBase: 200 } },
      [4500, 3000, 1500, 2100, 900, 200],
    ],
    ['E11 APC at 80 €', { lines: [act('APC', 6000, { feeCents: 8000 })] }, [8000, 6000, 2000, 4200, 1800, 200]],
    ['E12 G, C2S', { lines: [g], patient: { participationExempt: true } }, [3000, 3000, 0, 2100, 900, 0]],
    [
      'E13 G, AME',
      { lines: [{ ...g, ...wholly }], patient: { participationExempt: true } },
      [3000, 3000, 0, 3000, 0, 0],
    ],
    [
      'E14 G, sixth month',
      { lines: [{ ...g, ...wholly }], patient: { participationExempt: true } },
      [3000, 3000, 0, 3000, 0, 0],
    ],
    [
      'E15 G, AT/MP',
      { lines: [{ ...g, ...wholly }], patient: { participationExempt: true } },
      [3000, 3000, 0, 3000, 0, 0],
    ],
    ['E16 G, Alsace-Moselle', { lines: [g], patient: { regimeRatePercent: 90 } }, [3000, 3000, 0, 2700, 300, 200]],
    ['E19 G + ECG', { lines: [g, act('DEQP003', 1452)] }, [4452, 4452, 0, 3116, 1336, 400]],
    [
      'E20 two CCAM acts, child',
      { lines: [act('CDRP002', 4946), act('BLQP010', 1284)], who: child },
      [6230, 6230, 0, 4361, 1869, 0],
    ],
    ['E21 an act from 120 €', { lines: [act('CCAM', 12540)] }, [12540, 12540, 0, 10140, 2400, 200]],
    ['E22 regulated night', { lines: [g, added('CRN', 4250)] }, [7250, 7250, 0, 5075, 2175, 200]],
    ['E23 G + DE 10 €', { lines: [{ ...g, feeCents: 4000 }] }, [4000, 3000, 1000, 2100, 900, 200]],
    ['E24 sport certificate', { lines: [act('NR', 2500, { nonReimbursable: true })] }, [2500, 0, 0, 0, 0, 0]],
    ['E25 G, Réunion', { lines: [act('G', priceOn('G', day, '974') ?? 0)] }, [3600, 3600, 0, 2520, 1080, 200]],
    ['E26 base of 25.15', { lines: [act('X', 2515)], ...full }, [2515, 2515, 0, 1761, 754, 200]],
    ['E27 three lines of 14.55', { lines: [1, 2, 3].map(() => added('X', 1455)) }, [4365, 4365, 0, 3057, 1308, 0]],
    ['E27 as a quantity of three', { lines: [{ ...added('X', 1455), quantity: 3 }] }, [4365, 4365, 0, 3057, 1308, 0]],
    [
      'E28 teleconsultation',
      { lines: [act('TCG', priceOn('TCG', day, 'METRO') ?? 0)] },
      [2500, 2500, 0, 1750, 750, 200],
    ],
    ['E29 CS+MCS', { lines: [act('CS', 2650), added('MCS', 500)] }, [3150, 3150, 0, 2205, 945, 200]],
    ['a gratis act', { lines: [{ ...g, gratis: true }] }, [0, 0, 0, 0, 0, 0]],
    [
      'a physiotherapist',
      { lines: [{ ...added('AMS', 1000), rateKind: 'paramedical' }] },
      [1000, 1000, 0, 600, 400, 0],
    ],
    ['nothing', { lines: [] }, [0, 0, 0, 0, 0, 0]],
  ])('%s', (_name, input, expected) => {
    expect(figures(split(input))).toEqual(expected);
  });

  test('E30 five acts in a day: the day and the year cap the participation', () => {
    const lines = [{ ...g, quantity: 5 }];
    expect(split({ lines }).participationCents).toBe(800);
    expect(split({ lines, patient: { participationUsedYearCents: 4900 } }).participationCents).toBe(100);
    expect(split({ lines, patient: { participationUsedDayCents: 800 } }).participationCents).toBe(0);
    expect(split({ lines, patient: { participationUsedYearCents: 5200 } }).participationCents).toBe(0);
  });
});

describe('who is asked at the desk', () => {
  test.each<[string, Case, [patient: number, amo: number, amc: number]]>([
    ['E1 no third party', { lines: [g], ...full }, [3000, 0, 0]],
    ['E17 AMO only: the participation is not the doctor’s', { lines: [g], thirdParty: 'amo', ...full }, [900, 2100, 0]],
    ['E18 both', { lines: [g], thirdParty: 'full', ...full }, [0, 2100, 900]],
    ['E3 both, ALD', { lines: [{ ...g, ...wholly }], thirdParty: 'full' }, [0, 3000, 0]],
    ['both, without complementary', { lines: [g], thirdParty: 'full' }, [900, 2100, 0]],
    [
      'E24 non-reimbursable',
      { lines: [act('NR', 2500, { nonReimbursable: true })], thirdParty: 'full', ...full },
      [2500, 0, 0],
    ],
    ['E12 C2S', { lines: [g], thirdParty: 'full', patient: { participationExempt: true }, ...full }, [0, 2100, 900]],
  ])('%s', (_name, input, [patientCents, amoCents, amcCents]) => {
    expect(split(input).due).toEqual({ patientCents, amoCents, amcCents });
  });
});

describe('what the patient gets back in the end', () => {
  test.each<[string, Case, [amc: number, paidBack: number, remaining: number]]>([
    ['E1', { lines: [g] }, [0, 1900, 1100]],
    ['E1 with AMC 100 %', { lines: [g], ...full }, [900, 2800, 200]],
    ['E2 the addition is never covered', { lines: [g], patient: { outOfPathway: true }, ...full }, [900, 1600, 1400]],
    ['E9', { lines: [act('C', 2300, { feeCents: 5000 })], ...full }, [690, 2100, 2900]],
    ['E10', { lines: [{ ...g, feeCents: 4500 }], complementary: { percentOfBase: 200 } }, [2400, 4300, 200]],
    ['E26 the remainder goes to the AMC', { lines: [act('X', 2515)], ...full }, [754, 2315, 200]],
    [
      'a non-reimbursable line is not an overrun',
      { lines: [g, act('NR', 2500, { nonReimbursable: true })], complementary: { percentOfBase: 300 } },
      [900, 2800, 2700],
    ],
  ])('%s', (_name, input, [amcCents, paidBackCents, remainingCents]) => {
    const result = split(input);
    expect([result.amcCents, result.estimate]).toEqual([amcCents, { paidBackCents, remainingCents }]);
  });
});

test('E11, E22: a written estimate is due for an overrun from 70 €, not for a high tariff', () => {
  expect(split({ lines: [act('APC', 6000, { feeCents: 8000 })] }).isWrittenEstimateRequired).toBe(true);
  expect(split({ lines: [g, added('CRN', 4250)] }).isWrittenEstimateRequired).toBe(false);
  expect(split({ lines: [{ ...g, feeCents: 4500 }] }).isWrittenEstimateRequired).toBe(false);
});

test('E12: no overrun may be asked of a C2S patient', () => {
  const patient = { overrunForbidden: true, participationExempt: true };
  expect(split({ lines: [g], patient }).refusals).toEqual([]);
  expect(split({ lines: [{ ...g, feeCents: 4000 }], patient }).refusals).toEqual(['billing.overrun_forbidden']);
});

test('ages: no addition below sixteen, no participation below eighteen', () => {
  const born = (birthDate: string) => split({ lines: [g], patient: { birthDate, outOfPathway: true } });
  expect(born('2010-03-03')).toMatchObject({ amoCents: 2100, participationCents: 0 });
  expect(born('2010-03-02')).toMatchObject({ amoCents: 900, participationCents: 0 });
  expect(born('2008-03-02')).toMatchObject({ amoCents: 900, participationCents: 200 });
});

test('the lines of the till: act, AMO, AMC, remainder', () => {
  const result = split({ lines: [g, act('DEQP003', 1426)], thirdParty: 'amo', ...full });
  expect(
    result.lines.map((line) => [line.code, line.feeCents, line.amoCents, line.amcCents, line.remainderCents]),
  ).toEqual([
    ['G', 3000, 2100, 900, 0],
    ['DEQP003', 1426, 998, 428, 0],
  ]);
  expect(result.due).toEqual({ patientCents: 1328, amoCents: 3098, amcCents: 0 });
});

const anyLine = fc.record<SplitLine>({
  code: fc.constant('X'),
  quantity: fc.integer({ min: 1, max: 4 }),
  feeCents: fc.nat(30_000),
  tariffCents: fc.nat(30_000),
  rateKind: fc.constantFrom('doctor', 'paramedical', 'full'),
  exonerated: fc.boolean(),
  nonReimbursable: fc.boolean(),
  gratis: fc.boolean(),
  countsForParticipation: fc.boolean(),
});
const anyInput = fc.record<SplitInput>({
  lines: fc.array(anyLine, { maxLength: 6 }),
  patient: fc.record({
    birthDate: fc.constantFrom('1962-03-12', '2009-01-01', '2020-01-01'),
    onDate: fc.constant(day),
    regimeRatePercent: fc.constantFrom(null, 90),
    outOfPathway: fc.boolean(),
    pathwayExempt: fc.boolean(),
    participationExempt: fc.boolean(),
    flatContributionExempt: fc.boolean(),
    overrunForbidden: fc.boolean(),
    participationUsedDayCents: fc.nat(1000),
    participationUsedYearCents: fc.nat(6000),
  }),
  thirdParty: fc.constantFrom('none', 'amo', 'full'),
  complementary: fc.oneof(fc.constant(null), fc.record({ percentOfBase: fc.integer({ min: 0, max: 400 }) })),
  parameters: fc.constantFrom(parameters, { ...parameters, outOfPathwayCapCents: 1060 }),
});

test('whatever the bill, the three shares add up to it, line by line, and none is negative', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const result = splitInvoice(input);
      const sum = (of: (line: (typeof result.lines)[number]) => number) =>
        result.lines.reduce((n, line) => n + of(line), 0);
      expect(result.due.patientCents + result.due.amoCents + result.due.amcCents).toBe(result.feeCents);
      expect(sum((line) => line.feeCents)).toBe(result.feeCents);
      expect(sum((line) => line.amoCents)).toBe(result.amoCents);
      expect(sum((line) => line.amcCents)).toBe(result.amcCents);
      for (const line of result.lines) {
        expect(line.amoCents + line.amcCents + line.remainderCents).toBe(line.feeCents);
        expect(line.baseCents + line.overrunCents + line.nonReimbursableCents).toBe(line.feeCents);
        expect(Math.min(line.amoCents, line.amcCents, line.overrunCents)).toBeGreaterThanOrEqual(0);
        expect(line.remainderCents).toBeGreaterThanOrEqual(line.nonReimbursableCents + line.outOfPathwayCents);
      }
      expect(result.participationCents).toBeGreaterThanOrEqual(0);
      expect(result.estimate.paidBackCents + result.estimate.remainingCents).toBe(result.feeCents);
    }),
    { numRuns: 2000 },
  );
});
