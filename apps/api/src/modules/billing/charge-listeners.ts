import { Injectable, type OnModuleInit } from '@nestjs/common';
import { VisitListeners } from '../../platform/acts/visit-listeners.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { ChargeRepository } from './charge.repository.js';
import { ChargePricing } from './charge-pricing.js';
import { VisitChargeRepository } from './visit-charge.repository.js';

/** Follows the visits: a draft when the patient comes out, none left when she goes back, no end without settling it. */
@Injectable()
export class ChargeListeners implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listeners: VisitListeners,
    private readonly visits: VisitChargeRepository,
    private readonly charges: ChargeRepository,
    private readonly pricing: ChargePricing,
  ) {}

  onModuleInit(): void {
    this.listeners.on('seen', (appointmentId) => this.draft(appointmentId));
    this.listeners.on('closing', (appointmentId) => this.refuseUnsettled(appointmentId));
    this.listeners.on('reopened', (appointmentId) => this.charges.deleteReopened(appointmentId));
  }

  private async draft(appointmentId: string): Promise<void> {
    const visit = await this.visits.find(appointmentId);
    if (!visit) return;
    const { draft, split } = await this.pricing.price(visit);
    await this.charges.insert(appointmentId, { ...draft, dueCents: split.patientCents });
    this.unitOfWork.announce({ topic: 'till', days: [visit.day], ids: [appointmentId] });
  }

  private async refuseUnsettled(appointmentId: string): Promise<void> {
    const visit = await this.visits.find(appointmentId);
    if (visit?.status !== 'to_collect' || visit.invoiceId) return;
    const { lines } = await this.pricing.price(visit);
    if (lines.length > 0) throw new DomainError('appointment.charge_open');
  }
}
