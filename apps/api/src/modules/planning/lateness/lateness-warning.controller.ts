import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/lateness.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { LatenessWarningService } from './lateness-warning.service.js';

@Controller()
export class LatenessWarningController {
  constructor(private readonly warnings: LatenessWarningService) {}

  @Handles(contract.listLatenessWarnings)
  list(@Input() { params }: InputOf<typeof contract.listLatenessWarnings>) {
    return this.warnings.list(params.day);
  }

  @Handles(contract.noteLatenessTold)
  noteTold(@Input() { params, body }: InputOf<typeof contract.noteLatenessTold>) {
    return this.warnings.noteTold(params.appointmentId, body.minutes);
  }

  @Handles(contract.takeBackLatenessTold)
  takeBack(@Input() { params }: InputOf<typeof contract.takeBackLatenessTold>) {
    return this.warnings.takeBack(params.appointmentId);
  }

  @Handles(contract.readLatenessCallList)
  callList(@Input() { params }: InputOf<typeof contract.readLatenessCallList>) {
    return this.warnings.callList(params.day, params.resourceId);
  }
}
