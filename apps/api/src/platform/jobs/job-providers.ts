import type { Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WorkerSecret } from '../database/worker-secret.js';
import { BackgroundTaskRepository } from './background-task.repository.js';
import { BossJobs } from './boss-jobs.js';
import { Chores } from './chores.js';
import { JobBell } from './job-bell.js';
import { JobRunner } from './job-runner.js';
import { JobWorker } from './job-worker.js';
import { JobHandlers, Jobs } from './jobs.js';
import { OrphanTasks } from './orphan-tasks.js';
import { PracticeChores } from './practice-chores.js';
import { TaskQueue } from './task-queue.js';

export interface JobParts {
  readonly queueUrl: string;
  readonly logger: Logger;
  /** Whether this process takes jobs, or leaves them to others. */
  readonly runsJobs: boolean;
}

/** Sending is everywhere; taking is in the processes that are told to. */
export function jobProviders({ queueUrl, logger, runsJobs }: JobParts): Provider[] {
  return [
    BackgroundTaskRepository,
    Chores,
    JobBell,
    JobHandlers,
    OrphanTasks,
    { provide: TaskQueue, useFactory: () => new TaskQueue(queueUrl, logger) },
    { provide: Jobs, useClass: BossJobs },
    {
      provide: PracticeChores,
      inject: [DataSource, WorkerSecret, Chores],
      useFactory: (dataSource: DataSource, secret: WorkerSecret, chores: Chores) =>
        new PracticeChores(dataSource, secret, chores, logger),
    },
    {
      provide: JobRunner,
      inject: [UnitOfWork, BackgroundTaskRepository, TaskQueue, JobHandlers],
      useFactory: (unitOfWork: UnitOfWork, tasks: BackgroundTaskRepository, queue: TaskQueue, handlers: JobHandlers) =>
        new JobRunner(unitOfWork, tasks, queue, handlers, logger),
    },
    {
      provide: JobWorker,
      inject: [DataSource, WorkerSecret, TaskQueue, JobRunner, Chores, BackgroundTaskRepository, UnitOfWork, JobBell],
      useFactory: (
        dataSource: DataSource,
        secret: WorkerSecret,
        queue: TaskQueue,
        runner: JobRunner,
        chores: Chores,
        tasks: BackgroundTaskRepository,
        unitOfWork: UnitOfWork,
        bell: JobBell,
      ) => new JobWorker({ dataSource, secret, queue, runner, chores, tasks, unitOfWork, bell, logger }, runsJobs),
    },
  ];
}
