import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/appointment.contract';
import { findFreeSlots } from '@pupitre/shared/planning/free-slots.contract';
import { setLateness } from '@pupitre/shared/planning/lateness.contract';
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

  @Handles(findFreeSlots)
  async freeSlots(@Input() { body }: InputOf<typeof findFreeSlots>) {
    return { slots: await this.offers.find(body) };
  }

  @Handles(setLateness)
  setLateness(@Input() { params, body }: InputOf<typeof setLateness>) {
    return this.days.setLateness(params.resourceId, body.day, body.addMinutes);
  }
}
