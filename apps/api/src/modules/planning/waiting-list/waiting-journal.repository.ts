import { Injectable } from '@nestjs/common';
import type { WaitingEvent } from '@pupitre/shared/planning/waiting-list.contract';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** What happened to a wait: who, when and why. */
@Injectable()
export class WaitingJournalRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async write(
    entryId: string,
    kind: WaitingEvent['kind'],
    details: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const { actor, practiceId, manager } = this.unitOfWork;
    await manager.query(
      `insert into waiting_event (practice_id, id, entry_id, at, account_id, actor_name, kind, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[practiceId, uuid(), entryId, this.clock.now(), actor.accountId, actor.displayName, kind],
        JSON.stringify(details),
      ],
    );
  }

  list(entryId: string): Promise<WaitingEvent[]> {
    return this.unitOfWork.manager.query(
      `select id, to_json(at) #>> '{}' as at, actor_name as "actorName", kind, details from waiting_event
        where practice_id = $1 and entry_id = $2 order by at, id`,
      [this.unitOfWork.practiceId, entryId],
    );
  }
}
