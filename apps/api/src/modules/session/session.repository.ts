import { Injectable } from '@nestjs/common';
import type { Role } from '@pupitre/shared/access/roles';
import type { Preferences } from '@pupitre/shared/session/session.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface FoundAccount {
  readonly id: string;
  readonly password_hash: string;
}

interface MembershipRow {
  readonly practice_id: string;
  readonly practice_name: string;
  readonly city: string;
  readonly zone: string;
  readonly roles: Role[];
  readonly practitioner_id: string | null;
}

interface SignInRow {
  readonly email: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly practice_name: string;
}

/** Sessions and accounts, through the database's own functions: the application cannot read those tables. */
@Injectable()
export class SessionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async findAccount(email: string): Promise<FoundAccount | undefined> {
    const rows = await this.unitOfWork.manager.query('select * from app.account_by_email($1)', [email]);
    return rows[0];
  }

  async findAccountOfSession(): Promise<FoundAccount | undefined> {
    const rows = await this.unitOfWork.manager.query('select * from app.password_hash_of_session()');
    return rows[0];
  }

  /** Seconds to wait before the next try for this subject (an address or an account, hashed). */
  async waitSeconds(subject: Buffer, freeTries: number): Promise<number> {
    const [row] = await this.unitOfWork.manager.query('select app.sign_in_wait($1, $2) as seconds', [
      subject,
      freeTries,
    ]);
    return row?.seconds ?? 0;
  }

  async noteFailure(subjects: readonly Buffer[], accountId: string | null): Promise<void> {
    await this.unitOfWork.manager.query('select app.note_sign_in_failure($1, $2)', [subjects, accountId]);
  }

  async forgetFailures(subjects: readonly Buffer[]): Promise<void> {
    await this.unitOfWork.manager.query('select app.forget_sign_in_failures($1)', [subjects]);
  }

  async open(tokenHash: Buffer, accountId: string, endsAt: Date): Promise<void> {
    await this.unitOfWork.manager.query('select app.open_session($1, $2, $3)', [tokenHash, accountId, endsAt]);
  }

  async end(): Promise<void> {
    await this.unitOfWork.manager.query('select app.end_session()');
  }

  async lock(): Promise<void> {
    await this.unitOfWork.manager.query('select app.lock_session()');
  }

  async unlock(): Promise<void> {
    await this.unitOfWork.manager.query('select app.unlock_session()');
  }

  async stepUp(): Promise<void> {
    await this.unitOfWork.manager.query('select app.step_up_session()');
  }

  async noteInput(): Promise<void> {
    await this.unitOfWork.manager.query('select app.note_input()');
  }

  async savePreferences(preferences: Preferences): Promise<void> {
    await this.unitOfWork.manager.query('select app.save_preferences($1)', [JSON.stringify(preferences)]);
  }

  /** The practice this person was asked to found, if she has none yet. */
  async findFounding(): Promise<{ practiceName: string } | null> {
    const [row] = await this.unitOfWork.manager.query<{ name: string | null }[]>('select app.founding() as name');
    return row?.name === null || row === undefined ? null : { practiceName: row.name };
  }

  findMemberships(): Promise<MembershipRow[]> {
    return this.unitOfWork.manager.query('select * from app.my_memberships()');
  }

  findDemoSignIns(): Promise<SignInRow[]> {
    return this.unitOfWork.manager.query('select * from app.demo_sign_ins()');
  }
}
