import { Injectable } from '@nestjs/common';
import type { ChargeLine, SplitView } from '@pupitre/shared/billing/billing.contract';
import { type PricedAct, splitCharge } from '@pupitre/shared/billing/charge-split';
import { type DraftLine, draftLines } from '@pupitre/shared/billing/draft-lines';
import type { ThirdParty } from '@pupitre/shared/billing/split';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { ActRepository, type DatedAct } from './act.repository.js';
import type { VisitCharge } from './visit-charge.repository.js';

export interface PricedCharge {
  readonly draft: { readonly lines: readonly DraftLine[]; readonly thirdParty: ThirdParty };
  readonly version: number;
  readonly lines: readonly ChargeLine[];
  readonly split: SplitView;
  /** Codes priced that day, for what is offered beside. */
  readonly priced: ReadonlySet<string>;
}

/** Puts the prices of the visit's own day on a draft, and splits it. */
@Injectable()
export class ChargePricing {
  constructor(private readonly acts: ActRepository) {}

  async price(visit: VisitCharge): Promise<PricedCharge> {
    return priceWith(await this.acts.findBetween(visit.day, visit.day), visit);
  }

  /** Several visits with one reading of the catalogue. */
  async priceAll(visits: readonly VisitCharge[]): Promise<PricedCharge[]> {
    const days = visits.map(({ day }) => day).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return [];
    const acts = await this.acts.findBetween(first, last);
    return visits.map((visit) => priceWith(acts, visit));
  }
}

/** A visit without a draft (it was seen before drafts were kept) has the one it would get now, at its first version. */
function priceWith(acts: readonly DatedAct[], visit: VisitCharge): PricedCharge {
  const inForce = new Map(acts.filter((act) => isInForce(act, visit.day)).map((act) => [act.code, act]));
  const priced = new Set(inForce.keys());
  const { birthDate, thirdParty } = visit.patient;
  const draft = visit.draft ?? {
    lines: draftLines({ usualActs: visit.usualActs, birthDate, day: visit.day, priced }),
    thirdParty,
    version: 1,
  };
  const pricedActs = draft.lines.flatMap(({ code, quantity }): PricedAct[] => {
    const act = inForce.get(code);
    return act ? [{ ...act, unitCents: act.priceCents, quantity }] : [];
  });
  const split = splitCharge(pricedActs, { ...visit.patient, ...visit, thirdParty: draft.thirdParty });
  return { draft, version: draft.version, priced, ...split };
}

function isInForce(act: DatedAct, day: LocalDay): boolean {
  return act.validFrom <= day && (act.validTo === null || day < act.validTo);
}
