import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { readDayPhones } from '@pupitre/shared/planning/day-list.contract';
import { readRound } from '@pupitre/shared/planning/round.contract';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { RoundService } from './round.service.js';

@Controller()
export class RoundController {
  constructor(private readonly rounds: RoundService) {}

  @Handles(readRound)
  async round(@Input() { params }: InputOf<typeof readRound>) {
    return { stops: await this.rounds.stops(params.resourceId, params.day) };
  }

  @Handles(readDayPhones)
  async phones(@Input() { params }: InputOf<typeof readDayPhones>) {
    return { phones: await this.rounds.phones(params.resourceId, params.day) };
  }
}
