import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { postgresErrorOf } from '../database/constraint-errors.js';
import { DomainError } from '../domain-error.js';

interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface RequestIdentity {
  readonly practiceId: string;
  readonly accountId: string;
  readonly key: string;
  readonly endpoint: string;
  /** What was asked, as the contract read it: what it does not name cannot make two requests differ. */
  readonly payload: unknown;
}

/** Remembers, in the effect's own transaction, what a request answered; rows are kept 72 hours. */
@Injectable()
export class IdempotentRequests {
  /** Claims the key, or gives back what it answered before. A twin still running makes this one wait, then refuse. */
  async begin(manager: EntityManager, request: RequestIdentity): Promise<StoredAnswer | null> {
    const hash = createHash('sha256').update(JSON.stringify(request.payload)).digest();
    const inserted = await manager
      .query(
        `insert into idempotent_request (practice_id, account_id, key, endpoint, request_hash, status)
         values ($1, $2, $3, $4, $5, 0) on conflict do nothing returning key`,
        [request.practiceId, request.accountId, request.key, request.endpoint, hash],
      )
      .catch((error: unknown) => {
        if (postgresErrorOf(error)?.code === '55P03') throw new DomainError('request.still_running');
        throw error;
      });
    if (inserted.length > 0) return null;
    const [found] = await manager.query(
      `select endpoint, request_hash, status, body from idempotent_request
        where practice_id = $1 and account_id = $2 and key = $3`,
      [request.practiceId, request.accountId, request.key],
    );
    if (!found) throw new DomainError('request.still_running');
    if (found.endpoint !== request.endpoint || !hash.equals(found.request_hash)) {
      throw new DomainError('request.idempotency_key_reused');
    }
    return { status: found.status, body: found.body };
  }

  async finish(manager: EntityManager, request: RequestIdentity, answer: StoredAnswer): Promise<void> {
    await manager.query(
      'update idempotent_request set status = $4, body = $5 where practice_id = $1 and account_id = $2 and key = $3',
      [request.practiceId, request.accountId, request.key, answer.status, JSON.stringify(answer.body ?? null)],
    );
  }
}
