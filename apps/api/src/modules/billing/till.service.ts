import { Injectable } from '@nestjs/common';
import type { ActView, TillView } from '@pupitre/shared/billing/billing.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { ActRepository } from './act.repository.js';
import { ChargePricing } from './charge-pricing.js';
import { TillRepository } from './till.repository.js';
import { VisitChargeRepository } from './visit-charge.repository.js';

@Injectable()
export class TillService {
  constructor(
    private readonly acts: ActRepository,
    private readonly visits: VisitChargeRepository,
    private readonly pricing: ChargePricing,
    private readonly till: TillRepository,
  ) {}

  async listActs(day: LocalDay): Promise<{ acts: ActView[] }> {
    return { acts: await this.acts.findBetween(day, day) };
  }

  async read(day: LocalDay): Promise<TillView> {
    const visits = await this.visits.findToCollect(day);
    const charges = await this.pricing.priceAll(visits);
    const byMethod = await this.till.findCollected(day);
    return {
      day,
      toCollect: visits.flatMap((visit, at) => {
        const charge = charges[at];
        if (!charge) return [];
        return {
          appointmentId: visit.appointmentId,
          day: visit.day,
          patientName: visit.patient.usedName,
          patientFirstName: visit.patient.firstName,
          practitionerId: visit.practitionerId,
          seenAt: visit.seenAt,
          dueCents: charge.split.patientCents,
          thirdParty: charge.draft.thirdParty,
        };
      }),
      settled: await this.till.findSettled(day),
      collectedCents: byMethod.reduce((total, { cents }) => total + cents, 0),
      byMethod,
    };
  }
}
