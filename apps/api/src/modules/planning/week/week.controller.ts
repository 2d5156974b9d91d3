import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/week.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { WeekService } from './week.service.js';

@Controller()
export class WeekController {
  constructor(private readonly week: WeekService) {}

  @Handles(contract.listWeek)
  list(@Input() { params, query }: InputOf<typeof contract.listWeek>) {
    return this.week.list({ ...params, ...query });
  }

  @Handles(contract.listLoads)
  loads(@Input() { params, query }: InputOf<typeof contract.listLoads>) {
    return this.week.loads({ ...params, ...query });
  }
}
