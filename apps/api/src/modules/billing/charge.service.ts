import { Injectable } from '@nestjs/common';
import type { ChargeView, editCharge } from '@pupitre/shared/billing/billing.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { VisitSettlement } from '../planning/planning.public.js';
import { AccountRepository } from './account.repository.js';
import { ChargeRepository } from './charge.repository.js';
import { ChargePricing, type PricedCharge } from './charge-pricing.js';
import { type VisitCharge, VisitChargeRepository } from './visit-charge.repository.js';

const favouritesShown = 4;

export interface OpenCharge {
  readonly visit: VisitCharge;
  readonly charge: PricedCharge;
}

/** The draft of a visit's invoice: read, changed, and opened for issuing. */
@Injectable()
export class ChargeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly visits: VisitChargeRepository,
    private readonly charges: ChargeRepository,
    private readonly pricing: ChargePricing,
    private readonly accounts: AccountRepository,
    private readonly settlement: VisitSettlement,
  ) {}

  async read(appointmentId: string): Promise<ChargeView> {
    const visit = await this.visits.find(appointmentId);
    if (visit?.invoiceId) throw new DomainError('charge.already_issued', { invoiceId: visit.invoiceId });
    if (visit?.status !== 'to_collect') throw new DomainError('resource.not_found');
    return this.viewOf({ visit, charge: await this.pricing.price(visit) });
  }

  async edit(appointmentId: string, version: number, body: InputOf<typeof editCharge>['body']): Promise<ChargeView> {
    const { visit, charge } = await this.open(appointmentId, version);
    const unknown = body.lines.map(({ code }) => code).filter((code) => !charge.priced.has(code));
    if (unknown.length > 0) throw new DomainError('charge.unknown_act', { codes: [...new Set(unknown)] });
    const draft = { ...body, version: version + 1 };
    const edited = { ...visit, draft };
    const after = await this.pricing.price(edited);
    await this.charges.update(appointmentId, { ...draft, dueCents: after.split.patientCents });
    this.unitOfWork.noteSubject({ patientId: visit.patient.id, subjectId: appointmentId });
    // The cards of the day show what is due.
    this.unitOfWork.announce({ topic: 'appointment', days: [visit.day], ids: [appointmentId] });
    this.unitOfWork.announce({ topic: 'till', days: [visit.day], ids: [appointmentId] });
    return this.viewOf({ visit: edited, charge: after });
  }

  /** Locks the visit: nobody edits or issues its draft until this transaction ends. */
  async open(appointmentId: string, version: number): Promise<OpenCharge> {
    await this.settlement.begin(appointmentId).catch((error: unknown) => this.tellIssued(appointmentId, error));
    const visit = await this.visits.find(appointmentId);
    if (!visit) throw new DomainError('resource.not_found');
    const charge = await this.pricing.price(visit);
    if (charge.version !== version) throw new DomainError('version.stale', { version: charge.version });
    if (!visit.draft) {
      await this.charges.insert(appointmentId, { ...charge.draft, dueCents: charge.split.patientCents });
    }
    return { visit, charge };
  }

  /** A visit is done for two reasons; the desk that comes second must know that it was paid. */
  private async tellIssued(appointmentId: string, error: unknown): Promise<never> {
    const visit = error instanceof DomainError ? await this.visits.find(appointmentId) : null;
    if (visit?.invoiceId) throw new DomainError('charge.already_issued', { invoiceId: visit.invoiceId });
    throw error;
  }

  private async viewOf({ visit, charge }: OpenCharge): Promise<ChargeView> {
    const used = await this.charges.findFavourites(visit.practitionerId, visit.motifId, visit.day);
    const offered = [...new Set([...used, ...visit.usualActs])].filter((code) => charge.priced.has(code));
    return {
      ...visit,
      thirdParty: charge.draft.thirdParty,
      complementaryName: visit.patient.complementaryName,
      longTermIllness: visit.patient.longTermIllness,
      lines: [...charge.lines],
      split: charge.split,
      favourites: offered.slice(0, favouritesShown),
      ...(await this.accounts.find(visit.patient.id, visit.appointmentId)),
      version: charge.version,
    };
  }
}
