import { Injectable } from '@nestjs/common';
import { passwordFault } from '@pupitre/shared/session/password-policy';
import type { SessionView } from '@pupitre/shared/session/session.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { hashToken } from '../../platform/http/endpoint-request.js';
import { type FirstPerson, InvitationRepository, type InvitationRow } from './invitation.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionRepository } from './session.repository.js';
import { addressSubject, type Caller, freeTriesPerAddress, SessionService } from './session.service.js';

/** Links to choose a password. A secret nobody was given counts against the address it came from, as a guess would. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationRepository,
    private readonly tries: SessionRepository,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordHasher,
  ) {}

  async read(token: string, address: string) {
    const row = await this.findOpen(token, address);
    return {
      person: row.first_of_all ? null : { displayName: row.display_name ?? '', email: row.email ?? '' },
      practiceName: row.practice_name,
    };
  }

  async accept(
    token: string,
    password: string,
    person: FirstPerson | null,
    from: Caller,
  ): Promise<{ token: string; view: SessionView }> {
    const row = await this.findOpen(token, from.address);
    if (row.first_of_all && !person) {
      throw new DomainError('request.invalid', { issues: [{ path: 'body.person', code: 'invalid_type' }] });
    }
    const reason = passwordFault(password, row.email ?? person?.email ?? '');
    if (reason) throw new DomainError('session.password_refused', { reason });
    const hash = await this.unitOfWork.between(() => this.passwords.hash(password));
    const accountId = await this.invitations.accept(hashToken(token), hash, row.first_of_all ? person : null);
    if (!accountId) throw new DomainError('invitation.used');
    return this.sessions.openFor(accountId, from);
  }

  private async findOpen(token: string, address: string): Promise<InvitationRow> {
    const subject = addressSubject(address);
    const retryAfterSeconds = await this.tries.waitSeconds(subject, freeTriesPerAddress);
    if (retryAfterSeconds > 0) throw new DomainError('session.too_many_attempts', { retryAfterSeconds });
    const row = await this.invitations.find(hashToken(token));
    if (!row) {
      await this.noteFailure(subject);
      throw new DomainError('invitation.unknown');
    }
    if (row.state !== 'open') throw new DomainError(`invitation.${row.state}`);
    return row;
  }

  /** In a transaction of its own: it must outlive the rollback of this request. */
  private async noteFailure(subject: Buffer): Promise<void> {
    await this.unitOfWork.between(() =>
      this.unitOfWork.run({ sessionHash: '', practiceId: '', readOnly: false }, () =>
        this.tries.noteFailure([subject], null),
      ),
    );
  }
}
