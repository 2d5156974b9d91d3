import { Injectable } from '@nestjs/common';
import { type ChangingKind, changingActs, type LastChange } from '@pupitre/shared/drafts/last-change.contract';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LastChangeRepository } from './last-change.repository.js';

/** The journal already knows who was first; this asks it for one row. */
@Injectable()
export class LastChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: LastChangeRepository,
    private readonly clock: Clock,
  ) {}

  async find(kind: ChangingKind, subjectId: string): Promise<LastChange | null> {
    const row = await this.changes.findLatest(subjectId, changingActs[kind]);
    if (!row) return null;
    return {
      by: row.name ?? '',
      at: this.clock.ago(row.age_seconds).toISOString(),
      isMine: row.account_id === this.unitOfWork.actor.accountId,
    };
  }
}
