import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@pupitre/shared/access/roles';
import type { Preferences, SessionView } from '@pupitre/shared/session/session.contract';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { hashToken } from '../../platform/http/endpoint-request.js';
import { Settings } from '../../platform/settings.js';
import { PasswordHasher } from './password-hasher.js';
import { type FoundAccount, SessionRepository } from './session.repository.js';

/** A session ends for good ten hours after it began. */
const sessionMs = 10 * 3_600_000;
const freeTriesPerAccount = 4;
const freeTriesPerAddress = 20;

const defaultPreferences: Preferences = { locale: 'fr', theme: 'light', density: 'compact', letterKeys: true };

@Injectable()
export class SessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async installation() {
    const rows = this.settings.demo ? await this.sessions.findDemoSignIns() : [];
    return {
      demo: this.settings.demo,
      signIns: rows.map((row) => ({
        email: row.email,
        displayName: row.display_name,
        roles: row.roles,
        practiceName: row.practice_name,
      })),
    };
  }

  /** Opens a session with a new secret. Unknown mail and wrong password are the same answer, in the same time. */
  async signIn(email: string, password: string, address: string): Promise<{ token: string; view: SessionView }> {
    const subjects = subjectsOf(email, address);
    await this.refuseWhileWaiting(subjects);
    const account = await this.sessions.findAccount(email);
    if (!(await this.passwords.verify(account?.password_hash, password)) || !account) {
      throw await this.refusal(subjects, account);
    }
    const token = randomBytes(32).toString('base64url');
    await this.sessions.forgetFailures(subjects.slice(0, 1));
    await this.sessions.open(hashToken(token), account.id, new Date(Date.now() + sessionMs));
    await this.unitOfWork.becomeActor(hashToken(token).toString('hex'));
    return { token, view: await this.view() };
  }

  end(): Promise<void> {
    return this.sessions.end();
  }

  lock(): Promise<void> {
    return this.sessions.lock();
  }

  async unlock(password: string, address: string): Promise<SessionView> {
    await this.confirmPassword(password, address);
    await this.sessions.unlock();
    return { ...(await this.view()), state: 'active' };
  }

  async stepUp(password: string, address: string): Promise<void> {
    await this.confirmPassword(password, address);
    await this.sessions.stepUp();
  }

  noteActivity(): Promise<void> {
    return this.sessions.noteInput();
  }

  private async confirmPassword(password: string, address: string): Promise<void> {
    const account = await this.sessions.findAccountOfSession();
    if (!account) throw new DomainError('session.ended');
    const subjects = subjectsOf(account.id, address);
    await this.refuseWhileWaiting(subjects);
    if (!(await this.passwords.verify(account.password_hash, password))) throw await this.refusal(subjects, account);
    await this.sessions.forgetFailures(subjects.slice(0, 1));
  }

  async savePreferences(preferences: Preferences): Promise<Preferences> {
    await this.sessions.savePreferences(preferences);
    return preferences;
  }

  async view(): Promise<SessionView> {
    const { actor } = this.unitOfWork;
    const memberships = await this.sessions.findMemberships();
    return {
      account: {
        id: actor.accountId,
        displayName: actor.displayName,
        initials: actor.initials,
        email: actor.email,
      },
      state: actor.state,
      memberships: memberships.map((row) => ({
        practiceId: row.practice_id,
        practiceName: row.practice_name,
        city: row.city,
        zone: row.zone,
        roles: row.roles,
        permissions: permissionsOf(row.roles),
        practitionerId: row.practitioner_id,
      })),
      preferences: { ...defaultPreferences, ...actor.preferences },
      now: this.clock.now().toISOString(),
      lockAfterMinutes: actor.lockAfterMinutes,
      endsAt: actor.endsAt.toISOString(),
      demo: this.settings.demo,
    };
  }

  private async refuseWhileWaiting([account, address]: readonly [Buffer, Buffer]): Promise<void> {
    const waits = await Promise.all([
      this.sessions.waitSeconds(account, freeTriesPerAccount),
      this.sessions.waitSeconds(address, freeTriesPerAddress),
    ]);
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds > 0) throw new DomainError('session.too_many_attempts', { retryAfterSeconds });
  }

  /** The failure must outlive the rollback of this request, so it is written in a transaction of its own. */
  private async refusal(subjects: readonly Buffer[], account: FoundAccount | undefined): Promise<DomainError> {
    await this.unitOfWork.run({ sessionHash: '', practiceId: '', readOnly: false }, () =>
      this.sessions.noteFailure(subjects, account?.id ?? null),
    );
    return new DomainError('session.credentials_refused');
  }
}

/** What failures are counted against: who was asked for, and from where; hashed, so the table names nobody. */
function subjectsOf(who: string, address: string): readonly [Buffer, Buffer] {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return [digest(`account:${who.toLowerCase()}`), digest(`address:${address}`)];
}
