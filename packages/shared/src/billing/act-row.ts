import type { professions } from '../practices/practice.contract.js';
import type { LocalDay } from '../time/zone.js';
import type { SourceMark } from './parameters.js';
import type { RateKind } from './split.js';

/** Tariff zones of the conventions: metropolitan France and the overseas departments. */
export const tariffZones = ['METRO', '971', '972', '973', '974', '976'] as const;
export type TariffZone = (typeof tariffZones)[number];
export type Profession = (typeof professions)[number];

/** The price of an act in one zone during one period, and where it was read. */
export interface ActRow {
  readonly code: string;
  readonly nomenclature: 'NGAP' | 'CCAM';
  /** An act stands alone; a supplement needs one. */
  readonly kind: 'act' | 'supplement';
  readonly labelFr: string;
  readonly labelEn: string;
  /** What a button shows. */
  readonly short: string;
  readonly priceCents: number;
  readonly zone: TariffZone;
  /** First day in force. */
  readonly from: LocalDay;
  /** First day no longer in force; null while in force. */
  readonly to: LocalDay | null;
  readonly source: string;
  readonly mark: SourceMark;
  readonly professions: readonly Profession[];
  /** True when the patient owes a participation forfaitaire for it. */
  readonly countsForParticipation: boolean;
  readonly rateKind: RateKind;
}
