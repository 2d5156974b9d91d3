import { Injectable } from '@nestjs/common';
import type { OwnSession } from '@pupitre/shared/session/own-sessions.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { LiveHub } from '../../platform/live/live-hub.js';
import { OwnSessionsRepository } from './own-sessions.repository.js';

/** Where a person is signed in, and how she signs out of it from elsewhere. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: OwnSessionsRepository,
    private readonly live: LiveHub,
  ) {}

  list(): Promise<OwnSession[]> {
    return this.sessions.list();
  }

  async revoke(sessionId: string): Promise<void> {
    const ended = await this.sessions.revoke(sessionId);
    if (ended.length === 0) throw new DomainError('resource.not_found');
    this.closeStreams(ended);
  }

  async revokeOthers(): Promise<number> {
    const ended = await this.sessions.revokeOthers();
    this.closeStreams(ended);
    return ended.length;
  }

  async revokeOfMember(accountId: string): Promise<number> {
    const ended = await this.sessions.revokeOfMember(accountId);
    this.unitOfWork.noteSubject({ subjectId: accountId });
    this.closeStreams(ended);
    return ended.length;
  }

  /** At once in this process; another one learns it at its next heartbeat. Requests are refused from the commit on. */
  private closeStreams(ended: readonly string[]): void {
    this.unitOfWork.afterCommit(() => {
      for (const hash of ended) this.live.closeSession(hash);
    });
  }
}
