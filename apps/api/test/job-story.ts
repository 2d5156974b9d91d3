import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { type JobHandler, JobHandlers, Jobs } from '../src/platform/jobs/jobs.js';
import { TaskQueue } from '../src/platform/jobs/task-queue.js';
import type { GivenPractice } from './given.js';
import type { TestApp } from './test-app.js';

/** Looks again until what is seen will do; says what it saw when it never did. */
export async function until<T>(look: () => Promise<T>, accepts: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (accepts(seen)) return seen;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let serial = 0;

/** Jobs of one practice, sent and followed. */
export class JobStory {
  constructor(
    private readonly t: TestApp,
    readonly practice: GivenPractice,
  ) {}

  newKind(): string {
    serial += 1;
    return `test.kind_${serial}`;
  }

  /** A kind of its own, known to this process only. */
  kindDoing(handler: JobHandler, app = this.t.app): string {
    const kind = this.newKind();
    app.get(JobHandlers).register(kind, handler);
    return kind;
  }

  asWorker<T>(act: () => Promise<T>, practiceId = this.practice.id): Promise<T> {
    return this.t.app.get(UnitOfWork).runAsWorker(practiceId, act);
  }

  send(...args: Parameters<Jobs['send']>): Promise<string> {
    return this.asWorker(() => this.t.app.get(Jobs).send(...args));
  }

  async taskOf(id: string) {
    return (await this.read('select * from background_task where practice_id = $1 and id = $2', id))[0];
  }

  /** Waits for the end. Back-off is time that passes: it is made to have passed. */
  ended(id: string) {
    return until(
      async () => {
        await this.t.owner.query(
          `update pgboss.job set start_after = now() - interval '1 second' where name = 'task' and state = 'retry'`,
        );
        return this.taskOf(id);
      },
      ({ state }) => state === 'done' || state === 'failed',
    );
  }

  /** As if its heartbeat had not been heard for 46 seconds. */
  async fallSilent(id: string): Promise<void> {
    await this.t.owner.query(`update pgboss.job set started_on = now() - interval '46 seconds' where id = $1`, [id]);
    await this.t.app.get(TaskQueue).tidy();
  }

  /** An effect that can be counted; within a transaction of a job. */
  note(text: string, app = this.t.app): Promise<unknown> {
    return app.get(UnitOfWork).manager.query(
      `insert into practice_counter (practice_id, series, last_number) values ($1, $2, 1)
       on conflict (practice_id, series) do update set last_number = practice_counter.last_number + 1`,
      [this.practice.id, text],
    );
  }

  async timesNoted(text: string): Promise<number> {
    const rows = await this.read(
      'select last_number from practice_counter where practice_id = $1 and series = $2',
      text,
    );
    return rows[0]?.last_number ?? 0;
  }

  private async read(sql: string, value: string) {
    const { rows } = await this.t.given.within(this.practice, () => this.t.owner.query(sql, [this.practice.id, value]));
    return rows;
  }
}
