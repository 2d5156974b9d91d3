import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { FreeSlotView, findFreeSlots } from '@pupitre/shared/planning/free-slots.contract';
import { slotReasons } from '@pupitre/shared/planning/slot-reason';
import { todayIn } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { PracticeAgendas } from '../practices/practices.public.js';
import { FreeSlotFinder } from './free-slot.finder.js';
import { KnownPatientRepository } from './known-patient.repository.js';

/** Free places as they are offered: each with its reasons, for the patient they are for. */
@Injectable()
export class SlotOffersService {
  constructor(
    private readonly finder: FreeSlotFinder,
    private readonly agendas: PracticeAgendas,
    private readonly patients: KnownPatientRepository,
    private readonly clock: Clock,
  ) {}

  async find(question: InputOf<typeof findFreeSlots>['body']): Promise<FreeSlotView[]> {
    const slots = await this.finder.find(question);
    const { patientId, movingId } = question;
    const patient = patientId && slots.length > 0 ? await this.known(patientId, movingId) : null;
    return slots.map(({ companionIds, ...slot }) => {
      return { ...slot, reasons: slotReasons({ ...slot, ...(companionIds && { companionIds }) }, patient) };
    });
  }

  private async known(patientId: string, movingId: string | null) {
    const { zone } = await this.agendas.zones();
    return this.patients.find(patientId, todayIn(zone, this.clock.now()), movingId);
  }
}
