import type { LocalDay } from '../time/zone.js';
import type { ChargeLine, SplitView } from './billing.contract.js';
import { billingParametersOn } from './parameters.js';
import { type RateKind, splitInvoice, type ThirdParty } from './split.js';

/** An act of a draft with its tariff of the day; amounts are for one. */
export interface PricedAct {
  readonly code: string;
  readonly labelFr: string;
  readonly labelEn: string;
  readonly quantity: number;
  readonly unitCents: number;
  readonly rateKind: RateKind;
  readonly countsForParticipation: boolean;
}

/** What the patient's file says about who pays, on the day of the visit. */
export interface CoverageFacts {
  readonly day: LocalDay;
  readonly birthDate: LocalDay;
  readonly referringDoctor: boolean;
  readonly longTermIllness: boolean;
  /** Name of the complementary insurance; empty when none is known. */
  readonly complementaryName: string;
  readonly thirdParty: ThirdParty;
  /** Participations of earlier invoices: same professional and day, then same civil year. */
  readonly participationUsedDayCents: number;
  readonly participationUsedYearCents: number;
}

/** A complementary insurance whose contract is not known is counted at the whole tariff. */
const usualComplementaryPercent = 100;

/**
 * The split of a visit at the conventional tariff, from the file of the patient: no declared doctor puts her out of
 * the pathway, a long-term illness pays every act at 100 % (whether an act is related to it, only the practitioner
 * knows), a named complementary insurance covers the rest of the base.
 */
export function splitCharge(
  acts: readonly PricedAct[],
  facts: CoverageFacts,
): { lines: ChargeLine[]; split: SplitView } {
  const result = splitInvoice({
    lines: acts.map((act) => ({
      code: act.code,
      quantity: act.quantity,
      feeCents: act.unitCents,
      tariffCents: act.unitCents,
      rateKind: act.rateKind,
      exonerated: facts.longTermIllness,
      nonReimbursable: false,
      gratis: false,
      countsForParticipation: act.countsForParticipation,
    })),
    patient: {
      birthDate: facts.birthDate,
      onDate: facts.day,
      regimeRatePercent: null,
      outOfPathway: !facts.referringDoctor,
      pathwayExempt: false,
      participationExempt: false,
      flatContributionExempt: facts.longTermIllness,
      overrunForbidden: false,
      participationUsedDayCents: facts.participationUsedDayCents,
      participationUsedYearCents: facts.participationUsedYearCents,
    },
    thirdParty: facts.thirdParty,
    complementary: facts.complementaryName === '' ? null : { percentOfBase: usualComplementaryPercent },
    parameters: billingParametersOn(facts.day),
  });
  return {
    lines: acts.map((act, at) => lineOf(act, result.lines[at])),
    split: {
      totalCents: result.feeCents,
      ...result.due,
      paidBackCents: facts.thirdParty === 'none' ? result.amoCents - result.participationCents : 0,
      participationCents: result.participationCents,
    },
  };
}

type LineShares = ReturnType<typeof splitInvoice>['lines'][number];

function lineOf(act: PricedAct, shares: LineShares | undefined): ChargeLine {
  if (!shares) throw new RangeError(`no share for ${act.code}`);
  return {
    code: act.code,
    labelFr: act.labelFr,
    labelEn: act.labelEn,
    quantity: act.quantity,
    unitCents: act.unitCents,
    totalCents: shares.feeCents,
    amoCents: shares.amoCents,
    amcCents: shares.amcCents,
    excessCents: shares.overrunCents,
  };
}
