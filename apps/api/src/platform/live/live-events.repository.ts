import { Injectable } from '@nestjs/common';
import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import { UnitOfWork } from '../database/unit-of-work.js';
import { isTooOld, type LiveCursor } from './live-cursor.js';

export interface Missed {
  /** Null: nobody knows, or too much to tell; everything is to be read again. */
  readonly events: readonly LiveEvent[] | null;
  /** Where the desk is once it has these. */
  readonly cursor: LiveCursor;
}

/** Above this, reading the screen again is less work than being told of each change. */
const replayedAtMost = 200;

@Injectable()
export class LiveEventsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * What this practice committed since the cursor. Rows and new cursor come from one statement, hence from one
   * snapshot: nothing falls between the two. A cursor ahead of the database was given before a standby took over.
   */
  async since(cursor: LiveCursor | null, database: string): Promise<Missed> {
    const [row] = await this.unitOfWork.manager.query(
      `select pg_current_snapshot()::text as snapshot, extract(epoch from clock_timestamp())::bigint as at,
              pg_snapshot_xmax($2::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as ahead, missed.events
         from (select coalesce(jsonb_agg(event), '[]') as events
                 from (select topic, days, ids from live_event
                        where practice_id = $1 and xid >= pg_snapshot_xmin($2::pg_snapshot)
                          and not pg_visible_in_snapshot(xid, $2::pg_snapshot)
                        order by xid, position limit ${replayedAtMost + 1}) event) missed`,
      [this.unitOfWork.practiceId, cursor?.snapshot ?? null],
    );
    const now = { database, at: Number(row.at), snapshot: row.snapshot };
    const isKnown = cursor !== null && !row.ahead && !isTooOld(cursor, now) && row.events.length <= replayedAtMost;
    return { events: isKnown ? row.events : null, cursor: now };
  }
}
