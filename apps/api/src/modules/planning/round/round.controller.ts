import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { readRound } from '@pupitre/shared/planning/round.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Handles, Input } from '../../../platform/http/endpoint.decorator.js';
import { AgendaScope } from '../agenda-scope.js';
import { RoundRepository } from './round.repository.js';

@Controller()
export class RoundController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: AgendaScope,
    private readonly rounds: RoundRepository,
  ) {}

  @Handles(readRound)
  async round(@Input() { params }: InputOf<typeof readRound>) {
    this.scope.require(params.resourceId);
    this.unitOfWork.noteSubject({ subjectId: params.resourceId });
    return { stops: await this.rounds.stops(params.resourceId, params.day) };
  }
}
