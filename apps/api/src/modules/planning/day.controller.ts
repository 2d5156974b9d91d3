import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/appointment.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { DayService } from './day.service.js';
import { SlotOffersService } from './slot-offers.service.js';

@Controller()
export class DayController {
  constructor(
    private readonly days: DayService,
    private readonly offers: SlotOffersService,
  ) {}

  @Handles(contract.listDay)
  day(@Input() { params }: InputOf<typeof contract.listDay>) {
    return this.days.day(params.day);
  }

  @Handles(contract.readAppointment)
  visit(@Input() { params }: InputOf<typeof contract.readAppointment>) {
    return this.days.visit(params.appointmentId);
  }

  @Handles(contract.readMyDay)
  myDay(@Input() { params }: InputOf<typeof contract.readMyDay>) {
    return this.days.myDay(params.day);
  }

  @Handles(contract.findFreeSlots)
  async freeSlots(@Input() { body }: InputOf<typeof contract.findFreeSlots>) {
    return { slots: await this.offers.find(body) };
  }

  @Handles(contract.setLateness)
  setLateness(@Input() { params, body }: InputOf<typeof contract.setLateness>) {
    return this.days.setLateness(params.resourceId, body.day, body.addMinutes);
  }
}
