import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import * as contract from '@pupitre/shared/planning/together.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { MoveTogetherService } from './move-together.service.js';

@Controller()
export class TogetherController {
  constructor(private readonly moves: MoveTogetherService) {}

  @Handles(contract.swapAppointments)
  swap(@Input() { body }: InputOf<typeof contract.swapAppointments>) {
    return this.moves.swap(body);
  }

  @Handles(contract.moveTogether)
  moveTogether(@Input() { body }: InputOf<typeof contract.moveTogether>) {
    return this.moves.moveAlike(body);
  }
}
