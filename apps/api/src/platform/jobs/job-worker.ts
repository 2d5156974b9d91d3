import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { WorkerSecret } from '../database/worker-secret.js';
import type { BackgroundTaskRepository } from './background-task.repository.js';
import type { Chores } from './chores.js';
import type { JobBell } from './job-bell.js';
import type { JobRunner } from './job-runner.js';
import type { QueuedTask, TaskQueue } from './task-queue.js';

/** One at a time would let a long import hold up everything else; more would take the desks' connections. */
const jobsAtOnce = 2;
const lookEveryMs = 1_000;
const roundEveryLooks = 5;
const sweepEveryLooks = 15;
const askChoresEveryLooks = 60;
const retryStartMs = 30_000;
const stopPatienceMs = 5_000;

export interface WorkerParts {
  readonly dataSource: DataSource;
  readonly secret: WorkerSecret;
  readonly queue: TaskQueue;
  readonly runner: JobRunner;
  readonly chores: Chores;
  readonly tasks: BackgroundTaskRepository;
  readonly unitOfWork: UnitOfWork;
  readonly bell: JobBell;
  readonly logger: Logger;
}

/** Takes jobs off the queue, in whichever process it is switched on; any number of them share it. */
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private looks = 0;
  private inHand = 0;
  private stopped = false;
  private told = false;
  private round: Promise<void> | null = null;
  private failedRounds = '';

  constructor(
    private readonly parts: WorkerParts,
    private readonly on: boolean,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.on) await this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
    await this.round;
    await this.parts.runner.stop(stopPatienceMs);
    await this.parts.queue.stop();
  }

  /** Why this process cannot do jobs; null when it can. The desk works without: jobs wait for another worker. */
  async fault(): Promise<string | null> {
    const { secret, dataSource } = this.parts;
    if (secret.value === null) {
      return 'the background jobs cannot run here: DATABASE_APP_URL carries no password of pupitre_app, which the worker proves itself by';
    }
    const [{ bound }] = await dataSource.query(
      `with shown as materialized (select set_config('app.worker', $1, true)) select app.is_worker() as bound from shown`,
      [secret.value],
    );
    if (bound) return null;
    return 'the background jobs cannot run here: the password in DATABASE_APP_URL is not the one the last migration was given; run the migration with the same DATABASE_APP_URL';
  }

  /** Tried again for ever: a migration, or the database coming back, mends it without a restart. */
  private async start(): Promise<void> {
    const fault = await this.fault().catch(() => 'the background jobs wait: the database does not answer');
    if (this.stopped) return;
    if (fault === null && (await this.openQueue())) {
      this.parts.bell.onRing(() => this.lookIn(0));
      this.lookIn(0);
      return;
    }
    if (fault && !this.told) this.parts.logger.error(fault);
    this.told = true;
    this.timer = setTimeout(() => void this.start(), retryStartMs);
    this.timer.unref();
  }

  private async openQueue(): Promise<boolean> {
    try {
      await this.parts.queue.start();
      return true;
    } catch {
      if (!this.told) this.parts.logger.error('the background jobs wait: their queue cannot be opened');
      return false;
    }
  }

  private lookIn(delayMs: number): void {
    if (this.stopped || this.looking) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.looking = this.look()
        .catch(() => undefined)
        .finally(() => {
          this.looking = null;
          this.lookIn(lookEveryMs);
        });
    }, delayMs);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const turn = this.looks;
    this.looks += 1;
    const { queue, chores } = this.parts;
    const free = jobsAtOnce - this.inHand;
    if (free > 0) for (const task of await queue.take(free)) this.begin(task);
    if (turn % askChoresEveryLooks === 0) {
      for (const [name, everySeconds] of chores.all()) await queue.sendChore(name, everySeconds);
    }
    if (turn % roundEveryLooks === 0) this.round ??= this.goRound();
    if (turn % sweepEveryLooks === 0) {
      await queue.tidy();
      await this.tellLost();
    }
  }

  private begin(task: QueuedTask): void {
    this.inHand += 1;
    void this.parts.runner.run(task).finally(() => {
      this.inHand -= 1;
      this.lookIn(0);
    });
  }

  /** Beside the jobs, not before them: a long chore holds up the next round only. */
  private async goRound(): Promise<void> {
    try {
      const failed = (await this.parts.chores.goRound()).join();
      if (failed && failed !== this.failedRounds) this.parts.logger.warn({ failed }, 'a round failed');
      this.failedRounds = failed;
      await this.doChores();
    } catch {
      // The queue is away, which it says itself; the next round tries again.
    } finally {
      this.round = null;
    }
  }

  private async doChores(): Promise<void> {
    const { queue, chores, logger } = this.parts;
    for (const { id, chore } of await queue.takeChores()) {
      const done = await chores.run(chore).then(
        () => true,
        () => false,
      );
      if (!done) logger.warn({ chore }, 'a chore failed');
      await queue.closeChore(id, done);
    }
  }

  private async tellLost(): Promise<void> {
    const { queue, tasks, unitOfWork } = this.parts;
    for (const { id, practiceId, taskId } of await queue.takeLost()) {
      await unitOfWork.runAsWorker(practiceId, () => tasks.failLost(taskId));
      await queue.closeLost(id);
    }
  }
}
