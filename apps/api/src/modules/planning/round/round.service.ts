import { Injectable } from '@nestjs/common';
import type { RoundStop } from '@pupitre/shared/planning/round.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AgendaScope } from '../agenda-scope.js';
import { type DayPhone, RoundRepository } from './round.repository.js';

/** What leaves on paper with a day: whom to call, where to go. The column is the subject of the journal's line. */
@Injectable()
export class RoundService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: AgendaScope,
    private readonly rounds: RoundRepository,
  ) {}

  stops(resourceId: string, day: LocalDay): Promise<RoundStop[]> {
    this.scope.require(resourceId);
    this.unitOfWork.noteSubject({ subjectId: resourceId });
    return this.rounds.stops(resourceId, day);
  }

  phones(resourceId: string, day: LocalDay): Promise<DayPhone[]> {
    this.scope.require(resourceId);
    this.unitOfWork.noteSubject({ subjectId: resourceId });
    return this.rounds.phones(resourceId, day);
  }
}
