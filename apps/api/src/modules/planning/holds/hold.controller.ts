import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/hold.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { HoldService } from './hold.service.js';

@Controller()
export class HoldController {
  constructor(private readonly holds: HoldService) {}

  @Handles(contract.listHolds)
  async list(@Input() { params }: InputOf<typeof contract.listHolds>) {
    return { holds: await this.holds.list({ fromDay: params.day, toDay: params.day, resourceIds: [] }) };
  }

  @Handles(contract.listWeekHolds)
  async listWeek(@Input() { params, query }: InputOf<typeof contract.listWeekHolds>) {
    return { holds: await this.holds.list({ ...params, ...query }) };
  }

  @Handles(contract.keepHold)
  keep(@Input() { params, body }: InputOf<typeof contract.keepHold>) {
    return this.holds.keep(params.holdId, body);
  }

  @Handles(contract.releaseHold)
  release(@Input() { params }: InputOf<typeof contract.releaseHold>) {
    return this.holds.release(params.holdId);
  }
}
