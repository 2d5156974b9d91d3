import type { LocalDay } from '../time/zone.js';

/** How sure a figure is: read in two or more independent sources, in one, in sources that disagree, or unverified. */
export type SourceMark = 'V2' | 'V1' | 'C' | 'U';

/** A figure of the law with its validity: `from` included, `to` excluded, null while in force. */
export interface DatedRow {
  readonly key: keyof BillingParameters;
  readonly value: number | null;
  readonly from: LocalDay;
  readonly to: LocalDay | null;
  readonly source: string;
  readonly mark: SourceMark;
}

/** The figures of one day. Amounts in cents, rates and points in whole percent, ages in years. */
export interface BillingParameters {
  readonly doctorRatePercent: number;
  readonly paramedicalRatePercent: number;
  /** Added to the patient's share outside the coordinated pathway. */
  readonly outOfPathwayPoints: number;
  /** Cap of that addition for one act; null when none is known. */
  readonly outOfPathwayCapCents: number | null;
  readonly pathwayFromAge: number;
  readonly participationPerActCents: number;
  /** For one patient, one professional, one day. */
  readonly participationDayCapCents: number;
  /** For one patient, one civil year. */
  readonly participationYearCapCents: number;
  readonly participationFromAge: number;
  /** From this base on, the patient's share is the flat contribution. */
  readonly flatContributionThresholdCents: number;
  readonly flatContributionCents: number;
  /** From this total on, an overrun must be announced in writing before the act. */
  readonly writtenEstimateThresholdCents: number;
}

/** First day for which every figure below is known: the tables of the product begin here. */
export const firstBillingDay: LocalDay = '2024-05-15';

const inForce = { from: firstBillingDay, to: null } as const;

export const billingParameters: readonly DatedRow[] = [
  { key: 'doctorRatePercent', value: 70, ...inForce, source: 'R160-5 3° CSS, UNCAM', mark: 'V2' },
  { key: 'paramedicalRatePercent', value: 60, ...inForce, source: 'R160-5 4° CSS, UNCAM', mark: 'U' },
  { key: 'outOfPathwayPoints', value: 40, ...inForce, source: 'service-public.fr F17042', mark: 'V2' },
  { key: 'outOfPathwayCapCents', value: null, ...inForce, source: 'R322-1-1 CSS, current amount not found', mark: 'U' },
  { key: 'pathwayFromAge', value: 16, ...inForce, source: 'service-public.fr F17042', mark: 'V2' },
  { key: 'participationPerActCents', value: 200, ...inForce, source: 'FO, ucr.fr, francetvinfo', mark: 'V2' },
  { key: 'participationDayCapCents', value: 800, ...inForce, source: 'FO, ucr.fr, francetvinfo', mark: 'V2' },
  { key: 'participationYearCapCents', value: 5000, ...inForce, source: 'FO, ucr.fr, francetvinfo', mark: 'V2' },
  { key: 'participationFromAge', value: 18, ...inForce, source: 'magnolia, klesia', mark: 'V2' },
  { key: 'flatContributionThresholdCents', value: 12000, ...inForce, source: 'ameli, forfait 24 euros', mark: 'V2' },
  { key: 'flatContributionCents', value: 2400, ...inForce, source: 'ameli, forfait 24 euros', mark: 'V2' },
  { key: 'writtenEstimateThresholdCents', value: 7000, ...inForce, source: 'arrêté du 2 octobre 2008', mark: 'V2' },
];

/**
 * The figures in force on `day`. Throws RangeError naming the figure that no row gives: an amount must never be
 * worked out with a missing figure.
 */
export function billingParametersOn(day: LocalDay, rows: readonly DatedRow[] = billingParameters): BillingParameters {
  const figure = (key: keyof BillingParameters): number | null => {
    const row = rows.find((each) => each.key === key && each.from <= day && (each.to === null || day < each.to));
    if (!row) throw new RangeError(`no ${key} on ${day}`);
    return row.value;
  };
  const known = (key: keyof BillingParameters): number => {
    const value = figure(key);
    if (value === null) throw new RangeError(`no ${key} on ${day}`);
    return value;
  };
  return {
    doctorRatePercent: known('doctorRatePercent'),
    paramedicalRatePercent: known('paramedicalRatePercent'),
    outOfPathwayPoints: known('outOfPathwayPoints'),
    outOfPathwayCapCents: figure('outOfPathwayCapCents'),
    pathwayFromAge: known('pathwayFromAge'),
    participationPerActCents: known('participationPerActCents'),
    participationDayCapCents: known('participationDayCapCents'),
    participationYearCapCents: known('participationYearCapCents'),
    participationFromAge: known('participationFromAge'),
    flatContributionThresholdCents: known('flatContributionThresholdCents'),
    flatContributionCents: known('flatContributionCents'),
    writtenEstimateThresholdCents: known('writtenEstimateThresholdCents'),
  };
}
