import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@pupitre/shared/access/roles';
import { deviceOf } from '@pupitre/shared/session/device';
import type { Preferences, SessionView } from '@pupitre/shared/session/session.contract';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { hashToken } from '../../platform/http/endpoint-request.js';
import { LiveHub } from '../../platform/live/live-hub.js';
import { Settings } from '../../platform/settings.js';
import { OwnSessionsRepository } from './own-sessions.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { type FoundAccount, SessionRepository } from './session.repository.js';

/** A session ends for good ten hours after it began. */
const sessionMs = 10 * 3_600_000;
const freeTriesPerAccount = 4;
export const freeTriesPerAddress = 20;

const defaultPreferences: Preferences = {
  locale: 'fr',
  theme: 'light',
  density: 'auto',
  letterKeys: true,
  views: {},
};

/** Where a sign-in comes from: counted against guesses, and told back to the person by its family alone. */
export interface Caller {
  readonly address: string;
  readonly userAgent: string;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly ownSessions: OwnSessionsRepository,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly live: LiveHub,
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

  /**
   * Opens a session with a new secret; the one this browser had ends. Unknown mail and wrong password are the same
   * answer, in the same time.
   */
  async signIn(email: string, password: string, from: Caller): Promise<{ token: string; view: SessionView }> {
    const account = await this.sessions.findAccount(email);
    await this.confirmPassword(account, password, subjectsOf(email, from.address));
    if (!account) throw new DomainError('session.credentials_refused');
    return this.openFor(account.id, from);
  }

  /** A session of somebody who proved who she is, by her password or by a link given to her alone. */
  async openFor(accountId: string, from: Caller): Promise<{ token: string; view: SessionView }> {
    const token = randomBytes(32).toString('base64url');
    await this.end();
    await this.sessions.open(hashToken(token), accountId, new Date(Date.now() + sessionMs));
    await this.unitOfWork.becomeActor(hashToken(token).toString('hex'));
    await this.ownSessions.nameThisOne(deviceOf(from.userAgent));
    return { token, view: await this.view() };
  }

  async end(): Promise<void> {
    await this.sessions.end();
    this.closeStreams();
  }

  async lock(): Promise<void> {
    await this.sessions.lock();
    this.closeStreams();
  }

  async unlock(password: string, address: string): Promise<SessionView> {
    await this.confirmOwnPassword(password, address);
    await this.sessions.unlock();
    return { ...(await this.view()), state: 'active' };
  }

  async stepUp(password: string, address: string): Promise<void> {
    await this.confirmOwnPassword(password, address);
    await this.sessions.stepUp();
  }

  noteActivity(): Promise<void> {
    return this.sessions.noteInput();
  }

  /** A desk sends what it changed: another one, open since this morning, keeps what it does not know of. */
  async savePreferences(changed: Partial<Preferences>): Promise<Preferences> {
    const held = { ...defaultPreferences, ...this.unitOfWork.actor.preferences };
    const memberships = await this.sessions.findMemberships();
    const own = new Set(memberships.map(({ practice_id }) => practice_id));
    const views = Object.entries({ ...held.views, ...changed.views }).filter(([practiceId]) => own.has(practiceId));
    const preferences = { ...held, ...changed, views: Object.fromEntries(views) };
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
      founding: memberships.length === 0 ? await this.sessions.findFounding() : null,
    };
  }

  private closeStreams(): void {
    const { sessionHash } = this.unitOfWork;
    this.unitOfWork.afterCommit(() => this.live.closeSession(sessionHash));
  }

  private async confirmOwnPassword(password: string, address: string): Promise<void> {
    const account = await this.sessions.findAccountOfSession();
    if (!account) throw new DomainError('session.ended');
    await this.confirmPassword(account, password, subjectsOf(account.id, address));
  }

  /** No connection is held while the password is hashed: fifty sign-ins at once must not keep the desks waiting. */
  private async confirmPassword(account: FoundAccount | undefined, password: string, subjects: Subjects) {
    const waiting = await this.waitOf(subjects);
    if (waiting) throw waiting;
    const refusal = await this.unitOfWork.between(async () => {
      const matches = await this.passwords.verify(account?.password_hash, password);
      // In a transaction of its own: the failure must outlive the rollback of this request.
      return this.unitOfWork.run({ sessionHash: '', practiceId: '', readOnly: false }, () =>
        this.judge(matches, account, subjects),
      );
    });
    if (refusal) throw refusal;
  }

  /** Guesses sent all at once wait like those sent one by one, the right one among them too. */
  private async judge(
    matches: boolean,
    account: FoundAccount | undefined,
    subjects: Subjects,
  ): Promise<DomainError | null> {
    const waiting = await this.waitOf(subjects);
    if (!matches) await this.sessions.noteFailure(subjects, account?.id ?? null);
    else if (!waiting) await this.sessions.forgetFailures(subjects.slice(0, 1));
    return waiting ?? (matches ? null : new DomainError('session.credentials_refused'));
  }

  private async waitOf([account, address]: Subjects): Promise<DomainError | null> {
    const ofAccount = await this.sessions.waitSeconds(account, freeTriesPerAccount);
    const ofAddress = await this.sessions.waitSeconds(address, freeTriesPerAddress);
    const retryAfterSeconds = Math.max(ofAccount, ofAddress);
    return retryAfterSeconds > 0 ? new DomainError('session.too_many_attempts', { retryAfterSeconds }) : null;
  }
}

type Subjects = readonly [account: Buffer, address: Buffer];

/** What failures are counted against: who was asked for, and from where; hashed, so the table names nobody. */
function subjectsOf(who: string, address: string): Subjects {
  return [digest(`account:${who.toLowerCase()}`), addressSubject(address)];
}

export const addressSubject = (address: string): Buffer => digest(`address:${address}`);

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
