import type { ErrorCode } from '@pupitre/shared/contract/errors';
import type { Logger } from 'pino';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { DomainError } from '../domain-error.js';
import type { BackgroundTaskRepository, TakenTask } from './background-task.repository.js';
import type { JobHandlers } from './jobs.js';
import { JobLost, RunningJob } from './running-job.js';
import type { QueuedTask, TaskQueue } from './task-queue.js';

const heartbeatMs = 10_000;
/** A handler that hangs would keep its heart beating for ever. */
const longestMs = 30 * 60_000;

interface Attempt {
  readonly queued: QueuedTask;
  readonly task: TakenTask;
  readonly job: RunningJob;
}

/** From a job taken off the queue to its end: done, to be tried again, failed, or given back. */
export class JobRunner {
  private readonly running = new Map<Attempt, Promise<void>>();
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: BackgroundTaskRepository,
    private readonly queue: TaskQueue,
    private readonly handlers: JobHandlers,
    private readonly logger: Logger,
  ) {}

  /** Never throws: a job whose end cannot be written is taken again when its heartbeat has been silent long enough. */
  async run(queued: QueuedTask): Promise<void> {
    try {
      const task = await this.take(queued);
      if (!task) return;
      const attempt = { queued, task, job: new RunningJob(this.unitOfWork, this.tasks, queued.practiceId, task) };
      const end = this.attempt(attempt);
      this.running.set(attempt, end);
      await end.finally(() => this.running.delete(attempt));
    } catch (error) {
      this.logger.warn({ taskId: queued.taskId, error: nameOf(error) }, 'a job could not be ended');
    }
  }

  /** Asks the jobs in hand to end, and gives back those that do not within the time. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping = true;
    for (const { job } of this.running.keys()) job.abort();
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([Promise.allSettled(this.running.values()), patience]);
    clearTimeout(timer);
    for (const attempt of this.running.keys()) await this.giveBack(attempt).catch(() => undefined);
  }

  /** A task that was done by an attempt whose acknowledgement got lost leaves the queue here. */
  private take(queued: QueuedTask): Promise<TakenTask | null> {
    return this.unitOfWork.runAsWorker(queued.practiceId, async () => {
      const task = await this.tasks.take(queued.taskId);
      if (!task) await this.queue.complete(this.unitOfWork.manager, queued);
      return task;
    });
  }

  private async attempt(attempt: Attempt): Promise<void> {
    const { queued, task, job } = attempt;
    const heart = setInterval(() => void this.beat(attempt), heartbeatMs);
    const silence = setTimeout(() => clearInterval(heart), longestMs);
    try {
      const handler = this.handlers.find(task.kind);
      if (!handler) throw new DomainError('task.unknown_kind');
      // A handler that does not look at its signal must not keep the place of others.
      await Promise.race([handler(job), job.lost]);
      await this.finish(attempt);
    } catch (error) {
      if (error instanceof JobLost) return;
      if (this.stopping) return await this.giveBack(attempt);
      await this.fail(attempt, error);
      this.logger.warn(
        { kind: task.kind, taskId: task.id, attempt: task.attempt, retries: queued.retries, error: nameOf(error) },
        'a job failed',
      );
    } finally {
      clearInterval(heart);
      clearTimeout(silence);
    }
  }

  private async beat({ queued, job }: Attempt): Promise<void> {
    const ours = await this.queue.beat(queued).catch(() => true);
    if (!ours) job.lose();
  }

  private finish({ queued, task }: Attempt): Promise<void> {
    return this.unitOfWork.runAsWorker(queued.practiceId, async () => {
      if (!(await this.tasks.finish(task))) throw new JobLost();
      await this.queue.complete(this.unitOfWork.manager, queued);
    });
  }

  /** A refusal is the same the next time; anything else may pass, and another process may know another kind. */
  private fail({ queued, task }: Attempt, error: unknown): Promise<void> {
    const refused = error instanceof DomainError && error.kind !== 'unavailable' && error.kind !== 'failed';
    const code: ErrorCode = error instanceof DomainError ? error.code : 'task.failed';
    return this.unitOfWork.runAsWorker(queued.practiceId, async () => {
      const ours = await this.tasks.fail(task, code, refused || queued.lastTry);
      if (!ours) return;
      await (refused
        ? this.queue.complete(this.unitOfWork.manager, queued)
        : this.queue.fail(this.unitOfWork.manager, queued));
    });
  }

  private giveBack({ queued, task }: Attempt): Promise<void> {
    return this.unitOfWork.runAsWorker(queued.practiceId, async () => {
      if (await this.tasks.giveBack(task)) await this.queue.giveBack(this.unitOfWork.manager, queued);
    });
  }
}

/** Never its message: it may quote a value. */
function nameOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  const { name, code } = error as { name?: string; code?: string };
  return code ?? name ?? 'unknown';
}
