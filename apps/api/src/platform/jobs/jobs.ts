import { Injectable } from '@nestjs/common';

/**
 * Work of a practice that outlives the request which asked for it: imports, exports, messages that leave later.
 *
 * To declare a kind, once, in the module that owns it (no migration, no queue: all kinds share one):
 *
 *     constructor(handlers: JobHandlers) { handlers.register('import.apply', (job) => this.apply(job)); }
 *
 * To send one, inside a request or another job. It is written in the same transaction as the act: it exists if and only
 * if the act commits, and it waits in the practice's visible list (`background_task`) from then on.
 *
 *     const taskId = await this.jobs.send('import.apply', { importId }, { key: importId });
 *
 * `key` names the act: sending the same kind and key again answers the first task's id and queues nothing.
 * Ids only, never a name, a phone, a text: what the handler needs it reads in its own transactions.
 *
 * The handler:
 *
 *     async apply(job: Job) {
 *       const rows = await job.transaction(() => this.staging.count(job.ids.importId));     // reads, repeatable writes
 *       await job.progress(0, rows);                                                        // seen at once by the desk
 *       await job.once('apply', () => this.patients.insertFromStaging(job.ids.importId));   // an effect
 *     }
 *
 * A job may be cut anywhere (kill -9, a lost connection) and is then begun again from its first line, by any process. So
 * every effect goes through `once(key, …)`: the key is written into the task's row by the transaction that makes the
 * effect, so both exist or neither does, and a later try skips it. An attempt that was given up for dead and comes back
 * cannot commit: the same statement asks whether the task is still its own. `transaction` asks too, and writes nothing
 * down: it is for what may be done twice. What happens outside the database (a mail) is at least once, not exactly once.
 *
 * Unlike a request, a job has no actor: `unitOfWork.practiceId` is the practice's, `job.requestedBy` who asked.
 * Never hold a transaction open while something slow happens outside the database; look at `job.signal` between steps.
 *
 * Failures: a `DomainError` ends the task as failed with its code, for asking again would give the same answer. Anything
 * else is tried again, five times in all over about two minutes, then the task is failed with `task.failed` and an
 * administrator may start it again. A process that died is noticed after 45 seconds (its heartbeat is every 10), and the
 * job goes to another one. A process told to stop gives a job 5 seconds to reach its end, then gives it back: no try is
 * lost, nothing waits.
 */
@Injectable()
export abstract class Jobs {
  /** @returns the task's id */
  abstract send(kind: string, ids?: JobIds, options?: SendOptions): Promise<string>;

  /** A failed task waits again, with what it did already kept. False when there is no failed task of this id. */
  abstract retry(taskId: string): Promise<boolean>;
}

export type JobIds = Readonly<Record<string, string>>;

export interface SendOptions {
  /** Names the act within its kind: at most one task per practice, kind and key, ever. */
  readonly key?: string;
  /** Who asked, when a job sends another; the actor of the request otherwise. */
  readonly requestedBy?: string | null;
}

export interface Job {
  readonly practiceId: string;
  readonly taskId: string;
  readonly ids: JobIds;
  readonly requestedBy: string | null;
  /** Aborted when the process is told to stop, or when the job was given to another process. */
  readonly signal: AbortSignal;
  /** Reads, and writes that may happen twice, in one transaction of the practice. */
  transaction<T>(act: () => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** An effect: happens once for this task and key. False when an earlier try had done it. */
  once(key: string, act: () => Promise<unknown>, options?: TransactionOptions): Promise<boolean>;
  /** Committed at once, also while `once` is under way; calls that follow too closely are left out. */
  progress(done: number, total: number | null): Promise<void>;
}

export interface TransactionOptions {
  /** Longest statement of this transaction; 5 s unless told, as for a request. */
  readonly timeoutMs?: number;
}

export type JobHandler = (job: Job) => Promise<void>;

/** Which code does which kind of job. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler>();

  register(kind: string, handler: JobHandler): void {
    if (this.handlers.has(kind)) throw new Error(`the job ${kind} has two handlers`);
    this.handlers.set(kind, handler);
  }

  find(kind: string): JobHandler | undefined {
    return this.handlers.get(kind);
  }
}
