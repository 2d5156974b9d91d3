import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { LiveEvent } from '@pupitre/shared/live/live.contract';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { type Actor, type ActorMembership, toActor } from '../access/actor.js';
import { DomainError } from '../domain-error.js';
import { writeLiveEvents } from '../live/live-outbox.js';
import { translateConstraint } from './constraint-errors.js';
import { WorkerSecret } from './worker-secret.js';

/** What an act leaves in the audit journal beside who and when. */
export interface AuditSubject {
  patientId?: string;
  subjectId?: string;
  /** A code: why, where it was asked. */
  reason?: string | undefined;
}

/** One transaction and who acts in it. */
export interface Work {
  readonly context: WorkContext;
  runner: QueryRunner;
  actor: Actor | null;
  readonly auditSubject: AuditSubject;
  readonly liveEvents: LiveEvent[];
  readonly afterCommit: (() => void)[];
}

export interface WorkContext {
  /** SHA-256 of the session cookie, hex; empty when there is none. */
  readonly sessionHash: string;
  /** Practice of the URL; empty outside a practice. */
  readonly practiceId: string;
  readonly readOnly: boolean;
  /** Nobody signed in acts: the worker does, for this practice. */
  readonly asWorker?: true;
}

/**
 * One transaction per request. The first statement, here and nowhere else, binds the transaction to the session's
 * secret and to the practice of the URL; every policy of the database asks for both.
 */
@Injectable()
export class UnitOfWork {
  private readonly storage = new AsyncLocalStorage<Work>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly workerSecret: WorkerSecret,
  ) {}

  /** Runs `act` in a transaction and commits; any throw rolls back. */
  async run<T>(context: WorkContext, act: (work: Work) => Promise<T>): Promise<T> {
    const work = await this.begin(context);
    try {
      const result = await this.storage.run(work, () => act(work));
      await commit(work);
      for (const follow of work.afterCommit) follow();
      return result;
    } catch (error) {
      await rollBack(work.runner);
      throw error;
    } finally {
      await work.runner.release();
    }
  }

  /**
   * A transaction of the practice without a session, for jobs: row-level security binds it to this practice as it binds
   * a request. There is no actor and no membership; `practiceId`, `announce`, `translate` and `afterCommit` work.
   */
  runAsWorker<T>(practiceId: string, act: () => Promise<T>): Promise<T> {
    return this.run({ sessionHash: '', practiceId, readOnly: false, asWorker: true }, async (work) => {
      const result = await act();
      await writeLiveEvents(work.runner.manager, practiceId, work.liveEvents);
      return result;
    });
  }

  /** For streamed answers: the caller must call `finish` when the last byte is out, or on failure. */
  async open(
    context: WorkContext,
  ): Promise<{ work: Work; enter<T>(act: () => Promise<T>): Promise<T>; finish(): Promise<void> }> {
    const work = await this.begin(context);
    return {
      work,
      enter: (act) => this.storage.run(work, act),
      finish: async () => {
        if (work.runner.isReleased) return;
        await rollBack(work.runner);
        await work.runner.release();
      },
    };
  }

  /**
   * For slow work inside a request (the hash of a password): commits what was written so far, gives the connection back
   * while `act` runs, and goes on in a new transaction of the same session.
   */
  async between<T>(act: () => Promise<T>): Promise<T> {
    const work = this.current;
    await commit(work);
    await work.runner.release();
    const result = await act();
    const { runner, actor } = await this.begin(work.context);
    Object.assign(work, { runner, actor });
    return result;
  }

  private async begin(context: WorkContext): Promise<Work> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      await (context.readOnly ? runner.query('begin read only') : runner.startTransaction());
      const actor = context.asWorker
        ? await bindWorker(runner, this.workerSecret.value, context.practiceId)
        : await bindSession(runner, context.sessionHash, context.practiceId);
      return { context, runner, actor, auditSubject: {}, liveEvents: [], afterCommit: [] };
    } catch (error) {
      await rollBack(runner);
      await runner.release();
      throw error;
    }
  }

  /** The transaction of this request. A query outside one is a fault of ours, and says so. */
  get manager(): EntityManager {
    return this.current.runner.manager;
  }

  /** SHA-256 of the session cookie, hex; empty when there is none. */
  get sessionHash(): string {
    return this.current.context.sessionHash;
  }

  get actor(): Actor {
    const { actor } = this.current;
    if (!actor) throw new DomainError('session.required');
    return actor;
  }

  /** Null in a job. */
  get actorId(): string | null {
    return this.current.actor?.accountId ?? null;
  }

  get membership(): ActorMembership {
    const { membership } = this.actor;
    if (!membership) throw new DomainError('resource.not_found');
    return membership;
  }

  get practiceId(): string {
    const { context } = this.current;
    return context.asWorker ? context.practiceId : this.membership.practiceId;
  }

  /** Sign-in only: the rest of this transaction acts as the session it just opened. */
  async becomeActor(sessionHash: string): Promise<void> {
    const work = this.current;
    work.actor = await bindSession(work.runner, sessionHash, '');
  }

  /** Founding only: the rest of this transaction acts in the practice it just made. */
  async enterPractice(practiceId: string): Promise<void> {
    const work = this.current;
    work.actor = await bindSession(work.runner, work.context.sessionHash, practiceId);
  }

  /** Says whom and what the act is about, for the audit journal. */
  noteSubject(subject: AuditSubject): void {
    Object.assign(this.current.auditSubject, subject);
  }

  /** Tells the other desks, once this transaction has committed. */
  announce(event: LiveEvent): void {
    this.current.liveEvents.push(event);
  }

  /** Runs once this transaction has committed; not at all when it is rolled back. */
  afterCommit(follow: () => void): void {
    this.current.afterCommit.push(follow);
  }

  /** Turns a constraint's refusal into ours: by SQLSTATE and the beginning of the constraint's name. */
  translate<T>(
    refusals: Readonly<Record<string, () => DomainError>>,
    act: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return act(this.manager).catch((error: unknown) => {
      throw translateConstraint(error, refusals) ?? error;
    });
  }

  private get current(): Work {
    const work = this.storage.getStore();
    if (!work) throw new Error('a query ran outside the unit of work');
    return work;
  }
}

function commit({ context, runner }: Work): Promise<unknown> {
  return context.readOnly ? runner.query('commit') : runner.commitTransaction();
}

/** The connection may be gone already; the pool then throws it away. */
async function rollBack(runner: QueryRunner): Promise<void> {
  await (runner.isTransactionActive ? runner.rollbackTransaction() : runner.query('rollback')).catch(() => undefined);
}

/** The materialised part binds first; the actor is then whoever the database says this secret belongs to. */
async function bindSession(runner: QueryRunner, sessionHash: string, practiceId: string): Promise<Actor | null> {
  const rows = await runner.query(
    `with bound as materialized (
       select set_config('app.session', $1, true), set_config('app.practice', $2, true))
     select actor.* from bound left join lateral app.current_actor() actor on true`,
    [sessionHash, practiceId],
  );
  return toActor(rows[0]);
}

/** The database keeps the secret's hash only; a wrong secret, or a practice that is not there, opens nothing. */
async function bindWorker(runner: QueryRunner, secret: string | null, practiceId: string): Promise<null> {
  const [bound] = await runner.query(
    `with bound as materialized (
       select set_config('app.session', '', true), set_config('app.practice', $1, true), set_config('app.worker', $2, true))
     select app.current_practice() as practice from bound`,
    [practiceId, secret ?? ''],
  );
  if (bound.practice !== practiceId) throw new Error('the worker is not bound to this practice');
  return null;
}
