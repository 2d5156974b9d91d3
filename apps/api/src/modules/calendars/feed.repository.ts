import { Injectable } from '@nestjs/common';
import type { FeedFacts } from '@pupitre/shared/calendars/agenda-feed';
import type { FeedView } from '@pupitre/shared/calendars/calendar.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { FeedSecret } from './feed-token.js';

export interface NewFeed {
  readonly id: string;
  readonly resourceId: string;
  readonly hash: Buffer;
  readonly label: string;
  readonly createdAt: Date;
}

interface FeedRow extends Omit<FeedView, 'createdAt' | 'lastReadAt'> {
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

export interface ReadFeed extends FeedFacts {
  /** ISO; null when nobody read it yet. */
  readonly lastReadAt: string | null;
}

@Injectable()
export class FeedRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(resourceIds: readonly string[]): Promise<FeedView[]> {
    const { manager, practiceId } = this.unitOfWork;
    const rows = await manager.query<FeedRow[]>(
      `select f.id, f.resource_id as "resourceId", f.label, f.created_at as "createdAt",
          coalesce(app.member_name(f.created_by), '') as "createdBy", f.last_read_at as "lastReadAt"
         from agenda_feed f
        where f.practice_id = $1 and f.resource_id = any ($2) and f.revoked_at is null
        order by f.created_at, f.id`,
      [practiceId, resourceIds],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastReadAt: row.lastReadAt?.toISOString() ?? null,
    }));
  }

  async insert({ id, resourceId, hash, label, createdAt }: NewFeed): Promise<void> {
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `insert into agenda_feed (practice_id, id, resource_id, token_hash, label, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [practiceId, id, resourceId, hash, label, actor.accountId, createdAt],
    );
  }

  /** False when none of these columns has such a living feed. */
  async revoke(feedId: string, resourceIds: readonly string[], at: Date): Promise<boolean> {
    const { manager, practiceId } = this.unitOfWork;
    const [rows] = await manager.query<[unknown[], number]>(
      `update agenda_feed set revoked_at = $4
        where practice_id = $1 and id = $2 and resource_id = any ($3) and revoked_at is null returning id`,
      [practiceId, feedId, resourceIds, at],
    );
    return rows.length > 0;
  }

  /** Without a session: the secret's hash is what opens. Null when it opens nothing. */
  async read({ practiceId, hash }: FeedSecret, since: Date, until: Date): Promise<ReadFeed | null> {
    const [row] = await this.unitOfWork.manager.query<{ told: ReadFeed | null }[]>(
      'select app.read_agenda_feed($1, $2, $3, $4) as told',
      [practiceId, hash, since, until],
    );
    return row?.told ?? null;
  }

  async noteRead({ practiceId, hash }: FeedSecret, at: Date): Promise<void> {
    await this.unitOfWork.manager.query('select app.note_feed_read($1, $2, $3)', [practiceId, hash, at]);
  }
}
