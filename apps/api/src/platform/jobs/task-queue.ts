import pg from 'pg';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { SteadyClient } from '../database/data-source.js';

/** All that travels: row-level security guards the rest, in background_task. */
export interface TaskPayload {
  readonly practiceId: string;
  readonly taskId: string;
}

/** A job this process took from the queue. */
export interface QueuedTask extends TaskPayload {
  /** Earlier tries. */
  readonly retries: number;
  readonly lastTry: boolean;
}

export interface QueuedChore {
  readonly id: string;
  readonly chore: string;
}

const queues = { task: 'task', lost: 'task_lost', chore: 'chore' } as const;
const twoHours = 7_200;

/**
 * The queue, by pg-boss over a pool of its own: a desk that uses every connection of the application cannot silence a
 * heartbeat. pg-boss's own worker is not used: it acknowledges outside any transaction and does not wait for the answer.
 */
export class TaskQueue {
  private readonly pool: pg.Pool;
  private readonly boss: PgBoss;
  private reachable = true;

  constructor(
    url: string,
    private readonly logger: Logger,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      Client: SteadyClient,
      max: 2,
      connectionTimeoutMillis: 8_000,
      statement_timeout: 10_000,
      application_name: 'pupitre jobs',
    });
    this.pool.on('error', () => undefined);
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => this.execute(text, values) },
      migrate: false,
      schedule: false,
      supervise: false,
      // Longer than the longest interval of a chore: the finished job is what keeps a second one out.
      archiveCompletedAfterSeconds: twoHours,
      deleteAfterDays: 1,
    });
    this.boss.on('error', () => this.note(false));
  }

  async start(): Promise<void> {
    await this.boss.start();
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.pool.end();
  }

  /** Gives the jobs of silent processes to others, and drops what ended long ago; one process at a time looks. */
  async tidy(): Promise<void> {
    await this.boss.maintain();
  }

  /** Within the act's transaction; the job has its task's id. */
  async send(manager: EntityManager, payload: TaskPayload): Promise<void> {
    await this.boss.send(queues.task, { ...payload }, { id: payload.taskId, db: within(manager) });
  }

  /** The same task from the beginning, with all its tries. */
  async sendAgain(manager: EntityManager, payload: TaskPayload): Promise<void> {
    await this.boss.deleteJob(queues.task, payload.taskId, { db: within(manager) });
    await this.send(manager, payload);
  }

  async take(limit: number): Promise<QueuedTask[]> {
    const jobs = await this.boss.fetch<TaskPayload>(queues.task, { batchSize: limit, includeMetadata: true });
    return jobs.map(({ data, retryCount, retryLimit }) => ({
      ...data,
      retries: retryCount,
      lastTry: retryCount >= retryLimit,
    }));
  }

  /** Says that the process is alive. False: the job was given to another one. */
  async beat(task: QueuedTask): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update pgboss.job set started_on = now() where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
      [queues.task, task.taskId, task.retries],
    );
    return rowCount === 1;
  }

  async complete(manager: EntityManager, task: TaskPayload): Promise<void> {
    await this.boss.complete(queues.task, task.taskId, {}, { db: within(manager) });
  }

  async fail(manager: EntityManager, task: TaskPayload): Promise<void> {
    await this.boss.fail(queues.task, task.taskId, {}, { db: within(manager) });
  }

  /** Ready at once for any process; without a start it is not counted as a try. */
  async giveBack(manager: EntityManager, task: QueuedTask): Promise<void> {
    await manager.query(
      `update pgboss.job set state = 'retry', started_on = null, start_after = now()
        where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
      [queues.task, task.taskId, task.retries],
    );
  }

  /** Tasks whose every try ended, to be told to the people; each must be `closeLost`. */
  async takeLost(): Promise<(TaskPayload & { readonly id: string })[]> {
    const jobs = await this.boss.fetch<TaskPayload>(queues.lost, { batchSize: 20 });
    return jobs.map(({ id, data }) => ({ id, ...data }));
  }

  async closeLost(id: string): Promise<void> {
    await this.boss.complete(queues.lost, id);
  }

  /** One a slot over all processes. True when this call made it. */
  async sendChore(chore: string, everySeconds: number): Promise<boolean> {
    return (
      (await this.boss.send(queues.chore, { chore }, { singletonKey: chore, singletonSeconds: everySeconds })) !== null
    );
  }

  async takeChores(): Promise<QueuedChore[]> {
    const jobs = await this.boss.fetch<{ chore: string }>(queues.chore, { batchSize: 5 });
    return jobs.map(({ id, data }) => ({ id, chore: data.chore }));
  }

  async closeChore(id: string, done: boolean): Promise<void> {
    await (done ? this.boss.complete(queues.chore, id) : this.boss.fail(queues.chore, id, {}));
  }

  /** A statement that failed may leave a transaction open (pg-boss sends several at once): that connection is dropped. */
  private async execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    const client = await this.pool.connect().catch((error: unknown) => {
      this.note(false);
      throw error;
    });
    try {
      const result = await client.query(text, values);
      client.release();
      this.note(true);
      return { rows: result.rows ?? [] };
    } catch (error) {
      client.release(true);
      this.note(false);
      throw error;
    }
  }

  /** pg-boss keeps silent about a queue it cannot reach: said once each way. */
  private note(reachable: boolean): void {
    if (reachable === this.reachable) return;
    this.reachable = reachable;
    if (reachable) this.logger.info('the queue of jobs answers again');
    else this.logger.warn('the queue of jobs does not answer');
  }
}

function within(manager: EntityManager): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await manager.query(text, values) }) };
}
