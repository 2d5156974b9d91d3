import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { JobIds } from './jobs.js';

export interface NewTask {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly ids: JobIds;
  readonly requestedBy: string | null;
}

/** A task one process has in hand; `attempt` proves it is still that one. */
export interface TakenTask {
  readonly id: string;
  readonly kind: string;
  readonly ids: JobIds;
  readonly requestedBy: string | null;
  readonly attempt: number;
}

export type Held = Pick<TakenTask, 'id' | 'attempt'>;

/** The visible list of jobs. Every statement here runs in a transaction of the practice. */
@Injectable()
export class BackgroundTaskRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null when the same kind and key is there already. */
  async add(task: NewTask): Promise<string | null> {
    const rows = await this.unitOfWork.manager.query(
      `insert into background_task (practice_id, id, kind, key, subject, requested_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (practice_id, kind, key) do nothing returning id`,
      [this.unitOfWork.practiceId, task.id, task.kind, task.key, JSON.stringify(task.ids), task.requestedBy],
    );
    return rows[0]?.id ?? null;
  }

  async idOf(kind: string, key: string): Promise<string> {
    const rows = await this.unitOfWork.manager.query(
      'select id from background_task where practice_id = $1 and kind = $2 and key = $3',
      [this.unitOfWork.practiceId, kind, key],
    );
    return rows[0].id;
  }

  /** Null when there is nothing left to do. A task found running belonged to a process that is gone. */
  async take(id: string): Promise<TakenTask | null> {
    const [rows] = await this.unitOfWork.manager.query(
      `update background_task set state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now())
        where practice_id = $1 and id = $2 and state in ('waiting', 'running')
       returning id, kind, subject as ids, requested_by as "requestedBy", attempts as attempt`,
      [this.unitOfWork.practiceId, id],
    );
    return rows[0] ?? null;
  }

  async isHeld(held: Held): Promise<boolean> {
    const rows = await this.unitOfWork.manager.query(
      `select 1 from background_task where practice_id = $1 and id = $2 and attempts = $3 and state = 'running'`,
      [this.unitOfWork.practiceId, held.id, held.attempt],
    );
    return rows.length === 1;
  }

  async hasEffect(held: Held, key: string): Promise<boolean> {
    const rows = await this.unitOfWork.manager.query(
      'select 1 from background_task where practice_id = $1 and id = $2 and $3 = any (effects)',
      [this.unitOfWork.practiceId, held.id, key],
    );
    return rows.length === 1;
  }

  /** Last statement of an effect's transaction. False: the task is not ours any more, or the effect is there. */
  noteEffect(held: Held, key: string): Promise<boolean> {
    return this.change(held, 'effects = array_append(effects, $4::text)', 'and not ($4::text = any (effects))', key);
  }

  noteProgress(held: Held, done: number, total: number | null): Promise<boolean> {
    return this.change(held, 'progress_done = $4, progress_total = $5', '', done, total);
  }

  finish(held: Held): Promise<boolean> {
    return this.change(
      held,
      `state = 'done', ended_at = now(), error_code = null, progress_done = coalesce(progress_total, progress_done)`,
    );
  }

  /** After a try that went wrong: it waits for the next one, or was the last. */
  fail(held: Held, errorCode: string, last: boolean): Promise<boolean> {
    return this.change(
      held,
      `state = case when $5 then 'failed' else 'waiting' end, ended_at = case when $5 then now() end, error_code = $4`,
      '',
      errorCode,
      last,
    );
  }

  giveBack(held: Held): Promise<boolean> {
    return this.change(held, `state = 'waiting'`);
  }

  /** Its tries ended without a word: every process that had it died. Started again since, it has tries of its own. */
  async failLost(id: string): Promise<void> {
    await this.unitOfWork.manager.query(
      `update background_task set state = 'failed', ended_at = now(), error_code = coalesce(error_code, 'task.lost')
        where practice_id = $1 and id = $2 and state in ('waiting', 'running')
          and not exists (select from pgboss.job j where j.name = 'task' and j.id = $2 and j.state < 'completed')`,
      [this.unitOfWork.practiceId, id],
    );
  }

  async waitAgain(id: string): Promise<boolean> {
    const [, affected] = await this.unitOfWork.manager.query(
      `update background_task set state = 'waiting', ended_at = null, error_code = null
        where practice_id = $1 and id = $2 and state = 'failed'`,
      [this.unitOfWork.practiceId, id],
    );
    return affected === 1;
  }

  private async change(held: Held, set: string, and = '', ...values: unknown[]): Promise<boolean> {
    const [, affected] = await this.unitOfWork.manager.query(
      `update background_task set ${set}
        where practice_id = $1 and id = $2 and attempts = $3 and state = 'running' ${and}`,
      [this.unitOfWork.practiceId, held.id, held.attempt, ...values],
    );
    return affected === 1;
  }
}
