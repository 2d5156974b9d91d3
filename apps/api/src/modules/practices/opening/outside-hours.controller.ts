import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { readOutsideHours, readOutsidePhones } from '@pupitre/shared/practices/outside-hours.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { OutsideHoursService } from './outside-hours.service.js';

@Controller()
export class OutsideHoursController {
  constructor(private readonly outside: OutsideHoursService) {}

  @Handles(readOutsideHours)
  async list(@Input() { params }: InputOf<typeof readOutsideHours>) {
    return { visits: await this.outside.list(params.resourceId) };
  }

  @Handles(readOutsidePhones)
  async phones(@Input() { params }: InputOf<typeof readOutsidePhones>) {
    return { phones: await this.outside.phones(params.resourceId) };
  }
}
