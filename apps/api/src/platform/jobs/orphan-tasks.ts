import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WorkerSecret } from '../database/worker-secret.js';
import { Chores } from './chores.js';
import { TaskQueue } from './task-queue.js';

const hourly = 3_600;

/** Tasks that wait in the list and stand in no queue are queued again: after a restore, the list is all there is. */
@Injectable()
export class OrphanTasks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly secret: WorkerSecret,
    private readonly queue: TaskQueue,
    chores: Chores,
  ) {
    chores.register('task.orphans', hourly, () => this.queueAgain());
  }

  /** How many there were. */
  async queueAgain(): Promise<number> {
    const orphans: { practice_id: string | null; id: string }[] = await this.dataSource.query(
      `with shown as materialized (select set_config('app.worker', $1, true))
       select orphan.* from shown left join lateral app.orphan_tasks() orphan on true`,
      [this.secret.value ?? ''],
    );
    let queued = 0;
    for (const { practice_id: practiceId, id: taskId } of orphans) {
      if (practiceId === null) continue;
      await this.unitOfWork.runAsWorker(practiceId, () =>
        this.queue.send(this.unitOfWork.manager, { practiceId, taskId }),
      );
      queued += 1;
    }
    return queued;
  }
}
