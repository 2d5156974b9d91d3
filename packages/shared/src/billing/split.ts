import { ageOn } from '../identity/age.js';
import type { LocalDay } from '../time/zone.js';
import { roundRate } from './money.js';
import type { BillingParameters } from './parameters.js';

/** `doctor` and `paramedical` take the rate of the regime, `full` is paid at 100 % by nature (child exams). */
export type RateKind = 'doctor' | 'paramedical' | 'full';

export interface SplitLine {
  readonly code: string;
  /** Times the act was done; 1 when absent. Amounts below are for one. */
  readonly quantity?: number;
  /** What the professional asks. */
  readonly feeCents: number;
  /** What the social security counts with. */
  readonly tariffCents: number;
  readonly rateKind: RateKind;
  /** Paid at 100 % for this patient and this act: related to an ALD, maternity, AT/MP, AME… */
  readonly exonerated: boolean;
  /** Outside the social security: for the patient alone, on a paper of its own. */
  readonly nonReimbursable: boolean;
  readonly gratis: boolean;
  /** True for the act of a doctor; false for what is added to it (MD, IK, MEG, MCS). */
  readonly countsForParticipation: boolean;
}

export interface SplitPatient {
  readonly birthDate: LocalDay;
  readonly onDate: LocalDay;
  /** 90 in Alsace-Moselle; null takes the general rates of the day. */
  readonly regimeRatePercent: number | null;
  readonly outOfPathway: boolean;
  /** Emergency, away from home, direct access: no addition although out of the pathway. Under 16 is known by age. */
  readonly pathwayExempt: boolean;
  /** C2S, AME, maternity from the sixth month. Minors are known by age. */
  readonly participationExempt: boolean;
  /** ALD, C2S, Alsace-Moselle…: the flat contribution does not replace the patient's share. */
  readonly flatContributionExempt: boolean;
  /** C2S: no fee above the tariff may be asked. */
  readonly overrunForbidden: boolean;
  readonly participationUsedDayCents: number;
  readonly participationUsedYearCents: number;
}

/** Who is asked at the desk: the patient for all, all but the AMO's share, or all but both shares. */
export type ThirdParty = 'none' | 'amo' | 'full';

export interface SplitInput {
  readonly lines: readonly SplitLine[];
  readonly patient: SplitPatient;
  readonly thirdParty: ThirdParty;
  /** What the complementary insurance pays up to, in percent of the base, the AMO's share included. */
  readonly complementary: { readonly percentOfBase: number } | null;
  readonly parameters: BillingParameters;
}

/** Shares of one line, whoever advances them; `amo + amc + remainder = fee`. All amounts for the whole quantity. */
export interface LineSplit {
  readonly code: string;
  readonly quantity: number;
  readonly feeCents: number;
  readonly baseCents: number;
  /** Fee above the tariff (dépassement). */
  readonly overrunCents: number;
  readonly nonReimbursableCents: number;
  readonly amoCents: number;
  readonly amcCents: number;
  readonly remainderCents: number;
  /** Withheld for being out of the pathway; never covered by the complementary insurance. */
  readonly outOfPathwayCents: number;
}

export interface InvoiceSplit {
  readonly lines: readonly LineSplit[];
  readonly feeCents: number;
  readonly baseCents: number;
  readonly overrunCents: number;
  readonly nonReimbursableCents: number;
  readonly outOfPathwayCents: number;
  /** Share of the social security, whoever advances it. */
  readonly amoCents: number;
  /** Base less the AMO's share (ticket modérateur), the out-of-pathway addition included. */
  readonly patientShareCents: number;
  /** Share of the complementary insurance, whoever advances it. */
  readonly amcCents: number;
  /** Participation forfaitaire: the caisse takes it from the patient later; the doctor receives the full AMO share. */
  readonly participationCents: number;
  /** Who owes the practice what: `patientCents + amoCents + amcCents = feeCents`, always. */
  readonly due: { readonly patientCents: number; readonly amoCents: number; readonly amcCents: number };
  /** What the patient gets back in the end and what is left to her, an estimate. */
  readonly estimate: { readonly paidBackCents: number; readonly remainingCents: number };
  /** An overrun within a total that the law wants announced in writing before the act. */
  readonly isWrittenEstimateRequired: boolean;
  readonly refusals: ReadonlyArray<'billing.overrun_forbidden'>;
}

/**
 * The three-way split of an invoice, in whole cents, rounded once per act.
 * Amounts and rates come with the input: nothing of the law is in the code. A gratis line costs nothing; a
 * non-reimbursable one is for the patient alone. Throws RangeError on amounts that are not whole cents.
 * Source: R160-5 and R322-1-1 CSS, service-public.fr F17042.
 */
export function splitInvoice(input: SplitInput): InvoiceSplit {
  const { patient, parameters } = input;
  const drafts = input.lines.map((line) => draftOf(line, patient, parameters));
  const totals = totalsOf(drafts);
  const amcCents = complementaryShare(totals, input.complementary);
  const lines = spreadComplementary(drafts, amcCents, input.complementary);
  const participationCents = participationOf(input, totals.amoCents);
  const paidBackCents = totals.amoCents - participationCents;
  const due = dueOf(input.thirdParty, totals.feeCents, totals.amoCents, amcCents);
  return {
    lines,
    ...totals,
    patientShareCents: totals.baseCents - totals.amoCents,
    amcCents,
    participationCents,
    due,
    estimate: { paidBackCents: paidBackCents + amcCents, remainingCents: totals.feeCents - paidBackCents - amcCents },
    isWrittenEstimateRequired: totals.overrunCents > 0 && totals.feeCents >= parameters.writtenEstimateThresholdCents,
    refusals: patient.overrunForbidden && totals.overrunCents > 0 ? ['billing.overrun_forbidden'] : [],
  };
}

type Draft = Omit<LineSplit, 'amcCents' | 'remainderCents'>;

function draftOf(line: SplitLine, patient: SplitPatient, parameters: BillingParameters): Draft {
  const quantity = line.quantity ?? 1;
  const fee = line.gratis ? 0 : line.feeCents;
  const base = line.nonReimbursable ? 0 : Math.min(fee, line.tariffCents);
  const withoutPathway = reimbursedOf(line, base, patient, parameters);
  const withheld = isPathwayMissed(patient, parameters) ? outOfPathwayOf(base, withoutPathway, parameters) : 0;
  return {
    code: line.code,
    quantity,
    feeCents: fee * quantity,
    baseCents: base * quantity,
    overrunCents: line.nonReimbursable ? 0 : (fee - base) * quantity,
    nonReimbursableCents: line.nonReimbursable ? fee * quantity : 0,
    amoCents: (withoutPathway - withheld) * quantity,
    outOfPathwayCents: withheld * quantity,
  };
}

function reimbursedOf(line: SplitLine, base: number, patient: SplitPatient, parameters: BillingParameters): number {
  const isWholly = line.exonerated || line.rateKind === 'full';
  const isFlat = base >= parameters.flatContributionThresholdCents && line.rateKind === 'doctor';
  if (isFlat && !isWholly && !patient.flatContributionExempt) return base - parameters.flatContributionCents;
  const generalRate = line.rateKind === 'doctor' ? parameters.doctorRatePercent : parameters.paramedicalRatePercent;
  return roundRate(base, isWholly ? 100 : (patient.regimeRatePercent ?? generalRate), 100);
}

/** Patients paid at 100 % bear the addition too (R322-1-1 CSS). */
function outOfPathwayOf(base: number, reimbursed: number, parameters: BillingParameters): number {
  const cap = parameters.outOfPathwayCapCents ?? Number.POSITIVE_INFINITY;
  return Math.min(roundRate(base, parameters.outOfPathwayPoints, 100), cap, reimbursed);
}

function isPathwayMissed(patient: SplitPatient, parameters: BillingParameters): boolean {
  return patient.outOfPathway && !patient.pathwayExempt && yearsOf(patient) >= parameters.pathwayFromAge;
}

function yearsOf(patient: SplitPatient): number {
  return ageOn(patient.birthDate, patient.onDate)?.years ?? 0;
}

function totalsOf(drafts: readonly Draft[]) {
  const sum = (amountOf: (draft: Draft) => number) => drafts.reduce((total, draft) => total + amountOf(draft), 0);
  return {
    feeCents: sum((draft) => draft.feeCents),
    baseCents: sum((draft) => draft.baseCents),
    overrunCents: sum((draft) => draft.overrunCents),
    nonReimbursableCents: sum((draft) => draft.nonReimbursableCents),
    amoCents: sum((draft) => draft.amoCents),
    outOfPathwayCents: sum((draft) => draft.outOfPathwayCents),
  };
}

function complementaryShare(totals: ReturnType<typeof totalsOf>, complementary: SplitInput['complementary']): number {
  if (!complementary) return 0;
  const reimbursable = totals.baseCents + totals.overrunCents - totals.amoCents;
  const promised = roundRate(totals.baseCents, complementary.percentOfBase, 100) - totals.amoCents;
  return Math.max(0, Math.min(Math.max(0, promised), reimbursable) - totals.outOfPathwayCents);
}

/** Gives each line its own share, then moves the cents left over to the last lines that can bear them. */
function spreadComplementary(
  drafts: readonly Draft[],
  amcCents: number,
  complementary: SplitInput['complementary'],
): LineSplit[] {
  const ceilings = drafts.map(
    (draft) => draft.feeCents - draft.nonReimbursableCents - draft.amoCents - draft.outOfPathwayCents,
  );
  const shares = drafts.map((draft, index) => {
    const promised = roundRate(draft.baseCents, complementary?.percentOfBase ?? 0, 100) - draft.amoCents;
    return Math.max(0, Math.min(promised - draft.outOfPathwayCents, ceilings[index] ?? 0));
  });
  let left = amcCents - shares.reduce((total, share) => total + share, 0);
  for (let at = shares.length - 1; at >= 0 && left !== 0; at -= 1) {
    const share = shares[at] ?? 0;
    const moved = Math.max(-share, Math.min(left, (ceilings[at] ?? 0) - share));
    shares[at] = share + moved;
    left -= moved;
  }
  return drafts.map((draft, index) => {
    const share = shares[index] ?? 0;
    return { ...draft, amcCents: share, remainderCents: draft.feeCents - draft.amoCents - share };
  });
}

function participationOf(input: SplitInput, amoCents: number): number {
  const { patient, parameters } = input;
  if (patient.participationExempt || yearsOf(patient) < parameters.participationFromAge) return 0;
  const acts = input.lines
    .filter((line) => line.countsForParticipation && !line.gratis && !line.nonReimbursable)
    .reduce((count, line) => count + (line.quantity ?? 1), 0);
  return Math.max(
    0,
    Math.min(
      acts * parameters.participationPerActCents,
      parameters.participationDayCapCents - patient.participationUsedDayCents,
      parameters.participationYearCapCents - patient.participationUsedYearCents,
      amoCents,
    ),
  );
}

function dueOf(thirdParty: ThirdParty, feeCents: number, amoCents: number, amcCents: number): InvoiceSplit['due'] {
  const amo = thirdParty === 'none' ? 0 : amoCents;
  const amc = thirdParty === 'full' ? amcCents : 0;
  return { patientCents: feeCents - amo - amc, amoCents: amo, amcCents: amc };
}
