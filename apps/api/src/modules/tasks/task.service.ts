import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';
import type { listTasks, TaskView } from '@pupitre/shared/tasks/task.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { TaskRepository } from './task.repository.js';

@Injectable()
export class TaskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskRepository,
    private readonly jobs: Jobs,
  ) {}

  async list(state: TaskView['state'] | null): Promise<ResponseOf<typeof listTasks>> {
    const all = this.unitOfWork.membership.permissions.includes('tasks.retry');
    return { tasks: await this.tasks.find({ state, requestedBy: all ? null : this.unitOfWork.actor.accountId }) };
  }

  async retry(taskId: string): Promise<TaskView> {
    await this.tasks.get(taskId);
    this.unitOfWork.noteSubject({ subjectId: taskId });
    if (!(await this.jobs.retry(taskId))) throw new DomainError('task.not_failed');
    return this.tasks.get(taskId);
  }
}
