import { Injectable } from '@nestjs/common';
import type { TaskView } from '@pupitre/shared/tasks/task.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

interface TaskFilter {
  readonly id?: string;
  readonly state?: TaskView['state'] | null;
  readonly requestedBy?: string | null;
}

const most = 100;

@Injectable()
export class TaskRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async get(id: string): Promise<TaskView> {
    const [task] = await this.find({ id });
    if (!task) throw new DomainError('resource.not_found');
    return task;
  }

  /** Newest first; what is not said does not filter. */
  async find({ id = '', state = null, requestedBy = null }: TaskFilter): Promise<TaskView[]> {
    const rows: TaskRow[] = await this.unitOfWork.manager.query(
      `with page as materialized (
         select * from background_task
          where practice_id = $1 and ($2::uuid is null or id = $2) and ($3::text is null or state = $3)
            and ($4::uuid is null or requested_by = $4)
          order by created_at desc, id desc limit ${most})
       select page.*, coalesce(colleague.display_name, '') as requester
         from page
         left join app.colleague_names((select array_agg(distinct requested_by) from page)) colleague
           on colleague.account_id = page.requested_by
        order by page.created_at desc, page.id desc`,
      [this.unitOfWork.practiceId, id || null, state, requestedBy],
    );
    return rows.map(viewOf);
  }
}

interface TaskRow {
  readonly id: string;
  readonly kind: string;
  readonly state: TaskView['state'];
  readonly progress_done: number;
  readonly progress_total: number | null;
  readonly error_code: string | null;
  readonly attempts: number;
  readonly requested_by: string | null;
  readonly requester: string;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
}

function viewOf(row: TaskRow): TaskView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    progressDone: row.progress_done,
    progressTotal: row.progress_total,
    errorCode: row.error_code,
    attempts: row.attempts,
    requestedBy: row.requested_by === null ? null : { accountId: row.requested_by, name: row.requester },
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
