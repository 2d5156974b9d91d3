import { Controller } from '@nestjs/common';
import * as contract from '@pupitre/shared/billing/billing.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { MonthService } from './month.service.js';

@Controller()
export class MonthController {
  constructor(private readonly months: MonthService) {}

  @Handles(contract.summariseMonth)
  summarise(@Input() { params }: InputOf<typeof contract.summariseMonth>) {
    return this.months.summarise(params.month);
  }

  @Handles(contract.exportMonth)
  export(@Input() { params }: InputOf<typeof contract.exportMonth>) {
    return this.months.export(params.month, params.file);
  }
}
