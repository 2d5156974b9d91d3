import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../database/unit-of-work.js';
import { BackgroundTaskRepository } from './background-task.repository.js';
import { JobBell } from './job-bell.js';
import { type JobIds, Jobs, type SendOptions } from './jobs.js';
import { TaskQueue } from './task-queue.js';

/** The port over pg-boss: the visible row and the queued job are written by the act's own transaction. */
@Injectable()
export class BossJobs extends Jobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: BackgroundTaskRepository,
    private readonly queue: TaskQueue,
    private readonly bell: JobBell,
  ) {
    super();
  }

  async send(kind: string, ids: JobIds = {}, options: SendOptions = {}): Promise<string> {
    const { key = null, requestedBy = this.unitOfWork.actorId } = options;
    const taskId = await this.tasks.add({ id: uuid(), kind, key, ids, requestedBy });
    if (taskId === null) return this.tasks.idOf(kind, key ?? '');
    await this.queue.send(this.unitOfWork.manager, { practiceId: this.unitOfWork.practiceId, taskId });
    this.unitOfWork.afterCommit(() => this.bell.ring());
    return taskId;
  }

  async retry(taskId: string): Promise<boolean> {
    if (!(await this.tasks.waitAgain(taskId))) return false;
    await this.queue.sendAgain(this.unitOfWork.manager, { practiceId: this.unitOfWork.practiceId, taskId });
    this.unitOfWork.afterCommit(() => this.bell.ring());
    return true;
  }
}
