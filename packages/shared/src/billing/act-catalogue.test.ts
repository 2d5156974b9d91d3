import { describe, expect, test } from '@jest/globals';
import { actCatalogue, actOn, priceOn } from './act-catalogue.js';
import { type BillingParameters, billingParameters, billingParametersOn, firstBillingDay } from './parameters.js';

describe('priceOn', () => {
  test.each([
    ['G', '2026-03-02', 'METRO', 3000],
    ['G', '2024-12-21', 'METRO', null],
    ['G', '2024-12-22', 'METRO', 3000],
    ['G', '2024-12-22', '974', null],
    ['G', '2026-03-02', '974', 3600],
    ['CS', '2026-03-02', 'METRO', 2650],
    ['CS', '2026-03-02', '974', 3180],
    ['CS', '2026-03-02', '976', 3380],
    // The tariffs of July 2025 were suspended, and applied on 1 January 2026.
    ['COE', '2025-07-01', 'METRO', 5400],
    ['COE', '2025-10-01', 'METRO', 5400],
    ['COE', '2025-12-31', 'METRO', 5400],
    ['COE', '2026-01-01', 'METRO', 6000],
    ['COE', '2026-01-02', 'METRO', 6000],
    ['DEQP003', '2026-03-02', 'METRO', 1452],
    ['MEG', '2026-03-02', '974', null],
    ['GS', '2026-03-02', 'METRO', null],
  ] as const)('%s on %s in %s', (code, day, zone, cents) => {
    expect(priceOn(code, day, zone)).toBe(cents);
  });
});

describe('the catalogue', () => {
  test('never gives two prices for one day', () => {
    for (const row of actCatalogue) {
      const rivals = actCatalogue.filter(
        (other) => other !== row && other.code === row.code && other.zone === row.zone,
      );
      for (const other of rivals) {
        expect(row.to !== null && row.to <= other.from ? true : other.to !== null && other.to <= row.from).toBe(true);
      }
    }
  });

  test('says where each price comes from, and holds nothing unverified', () => {
    for (const row of actCatalogue) {
      expect(row.source).not.toBe('');
      expect(['V1', 'V2']).toContain(row.mark);
      expect(row.priceCents).toBeGreaterThan(0);
      expect(row.labelEn).not.toBe(row.labelFr);
      expect(row.to === null || row.from < row.to).toBe(true);
    }
  });

  test('holds no abolished act and writes CCAM codes as they are', () => {
    const codes = actCatalogue.map((row) => row.code);
    for (const gone of ['GS', 'VGS', 'MMG', 'MPC']) expect(codes).not.toContain(gone);
    for (const row of actCatalogue.filter((each) => each.nomenclature === 'CCAM')) {
      expect(row.code).toMatch(/^[A-Z]{4}[0-9]{3}$/);
    }
  });

  test('a supplement never adds a participation', () => {
    expect(actOn('MD', '2026-03-02', 'METRO')).toMatchObject({ kind: 'supplement', countsForParticipation: false });
    expect(actCatalogue.some((row) => row.kind === 'supplement' && row.countsForParticipation)).toBe(false);
  });
});

describe('the figures of the law', () => {
  test('are those of the day', () => {
    expect(billingParametersOn('2026-03-02')).toMatchObject({
      doctorRatePercent: 70,
      participationPerActCents: 200,
      outOfPathwayCapCents: null,
    });
  });

  test('change with a new row', () => {
    const key: keyof BillingParameters = 'participationPerActCents';
    const rows = [
      ...billingParameters.map((row) => (row.key === key ? { ...row, to: '2027-01-01' } : row)),
      { key, value: 400, from: '2027-01-01', to: null, source: 'test', mark: 'U' as const },
    ];
    expect(billingParametersOn('2026-12-31', rows).participationPerActCents).toBe(200);
    expect(billingParametersOn('2027-01-01', rows).participationPerActCents).toBe(400);
  });

  test('are refused where they are not known', () => {
    expect(() => billingParametersOn('2024-05-14')).toThrow('doctorRatePercent');
    expect(billingParametersOn(firstBillingDay).participationDayCapCents).toBe(800);
  });
});
