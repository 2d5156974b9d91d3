import { Controller } from '@nestjs/common';
import * as contract from '@pupitre/shared/billing/billing.contract';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { TillService } from './till.service.js';

@Controller()
export class TillController {
  constructor(private readonly till: TillService) {}

  @Handles(contract.listActs)
  listActs(@Input() { query }: InputOf<typeof contract.listActs>) {
    return this.till.listActs(query.day);
  }

  @Handles(contract.readTill)
  read(@Input() { params }: InputOf<typeof contract.readTill>) {
    return this.till.read(params.day);
  }
}
