import { Injectable } from '@nestjs/common';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { StoredRule } from '../opening-hours.repository.js';
import type { TouchedDays } from './opening-effects.js';

export interface OpeningChange {
  readonly resourceId: string;
  readonly at: Date;
  readonly touched: TouchedDays;
  readonly leftVersion: number;
  readonly before: readonly StoredRule[];
}

interface Row {
  readonly resourceId: string;
  readonly at: Date;
  readonly from: LocalDay;
  readonly to: LocalDay | null;
  readonly leftVersion: number;
  readonly before: readonly StoredRule[];
}

/** What each change of the hours replaced. */
@Injectable()
export class OpeningChangeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async keep({ resourceId, at, touched, leftVersion, before }: OpeningChange): Promise<string> {
    const { manager, practiceId, actor } = this.unitOfWork;
    const id = uuid();
    await manager.query(
      `insert into opening_change (practice_id, id, resource_id, account_id, at, from_day, to_day, left_version, before)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [practiceId, id, resourceId, actor.accountId, at, touched.from, touched.to, leftVersion, JSON.stringify(before)],
    );
    return id;
  }

  /** A change of the caller's own that nobody has taken back; nobody else takes it back meanwhile. */
  async findForUndo(changeId: string): Promise<OpeningChange | null> {
    const { manager, practiceId, actor } = this.unitOfWork;
    const [row] = await manager.query<Row[]>(
      `select resource_id as "resourceId", at, from_day::text as "from", to_day::text as "to",
          left_version as "leftVersion", before
         from opening_change
        where practice_id = $1 and id = $2 and account_id = $3 and undone_at is null
          for update`,
      [practiceId, changeId, actor.accountId],
    );
    if (!row) return null;
    const { from, to, ...change } = row;
    return { ...change, touched: { from, to } };
  }

  async markUndone(changeId: string, now: Date): Promise<void> {
    const { manager, practiceId } = this.unitOfWork;
    await manager.query('update opening_change set undone_at = $3 where practice_id = $1 and id = $2', [
      practiceId,
      changeId,
      now,
    ]);
  }
}
