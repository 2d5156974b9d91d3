import { Controller } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { listTasks, retryTask } from '@pupitre/shared/tasks/task.contract';
import { Handles, Input } from '../../platform/http/endpoint.decorator.js';
import { TaskService } from './task.service.js';

@Controller()
export class TaskController {
  constructor(private readonly tasks: TaskService) {}

  @Handles(listTasks)
  list(@Input() { query }: InputOf<typeof listTasks>) {
    return this.tasks.list(query.state ?? null);
  }

  @Handles(retryTask)
  retry(@Input() { params }: InputOf<typeof retryTask>) {
    return this.tasks.retry(params.taskId);
  }
}
