import { Injectable } from '@nestjs/common';
import { initialsOf } from '@pupitre/shared/members/member-fields';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface InvitationRow {
  readonly state: 'open' | 'used' | 'expired';
  readonly first_of_all: boolean;
  readonly display_name: string | null;
  readonly email: string | null;
  readonly practice_name: string | null;
}

/** Who somebody says she is, when the link was given to nobody yet. */
export interface FirstPerson {
  readonly displayName: string;
  readonly email: string;
}

const emailTaken = { account_email_taken: () => new DomainError('account.email_taken') };

@Injectable()
export class InvitationRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(tokenHash: Buffer): Promise<InvitationRow | undefined> {
    const rows = await this.unitOfWork.manager.query<InvitationRow[]>('select * from app.read_invitation($1)', [
      tokenHash,
    ]);
    return rows[0];
  }

  /** The account that has the password now; null when somebody else used the link meanwhile. */
  async accept(tokenHash: Buffer, passwordHash: string, person: FirstPerson | null): Promise<string | null> {
    const rows = await this.unitOfWork.translate(emailTaken, (manager) =>
      manager.query<{ account: string | null }[]>('select app.accept_invitation($1, $2, $3, $4, $5, $6) as account', [
        tokenHash,
        passwordHash,
        uuid(),
        person?.email ?? null,
        person?.displayName ?? null,
        person ? initialsOf(person.displayName) : null,
      ]),
    );
    return rows[0]?.account ?? null;
  }
}
