import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GivenPractice } from '../../../test/given.js';
import { type ServerProcess, startTestApp, type TestApp } from '../../../test/test-app.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DomainError } from '../domain-error.js';
import { Chores } from './chores.js';
import { JobWorker } from './job-worker.js';
import { type JobHandler, JobHandlers, Jobs } from './jobs.js';
import { OrphanTasks } from './orphan-tasks.js';
import { TaskQueue } from './task-queue.js';

let t: TestApp;
let practice: GivenPractice;
let serial = 0;

beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());
beforeEach(async () => {
  practice = await t.given.practice();
});
/** A story that fails must not leave a process behind that takes the next one's jobs. */
const twins: ServerProcess[] = [];
afterEach(async () => {
  for (const twin of twins.splice(0)) await twin.stop();
});
async function startTwin(): Promise<ServerProcess> {
  const twin = await t.startTwin();
  twins.push(twin);
  return twin;
}

/** A kind of its own a test, known to this process only. */
function kindDoing(handler: JobHandler, app = t.app): string {
  serial += 1;
  const kind = `test.kind_${serial}`;
  app.get(JobHandlers).register(kind, handler);
  return kind;
}

const asWorker = <T>(act: () => Promise<T>, of = practice) => t.app.get(UnitOfWork).runAsWorker(of.id, act);
const send = (...args: Parameters<Jobs['send']>) => asWorker(() => t.app.get(Jobs).send(...args));

async function taskOf(id: string, of = practice) {
  const { rows } = await t.given.within(of, () =>
    t.owner.query('select * from background_task where practice_id = $1 and id = $2', [of.id, id]),
  );
  return rows[0];
}

/** Back-off is time that passes: it is made to have passed. */
const letBackOffPass = () =>
  t.owner.query(
    `update pgboss.job set start_after = now() - interval '1 second' where name = 'task' and state = 'retry'`,
  );

/** As if its heartbeat had not been heard for 46 seconds. */
async function fallSilent(id: string): Promise<void> {
  await t.owner.query(`update pgboss.job set started_on = now() - interval '46 seconds' where id = $1`, [id]);
  await t.app.get(TaskQueue).tidy();
}

async function until<T>(look: () => Promise<T>, accepts: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (accepts(seen)) return seen;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ended = (id: string, of = practice) =>
  until(
    async () => {
      await letBackOffPass();
      return taskOf(id, of);
    },
    ({ state }) => state === 'done' || state === 'failed',
  );

const note = (text: string, app = t.app) =>
  app.get(UnitOfWork).manager.query(
    `insert into practice_counter (practice_id, series, last_number) values ($1, $2, 1)
       on conflict (practice_id, series) do update set last_number = practice_counter.last_number + 1`,
    [practice.id, text],
  );
const timesNoted = async (text: string) =>
  (
    await t.given.within(practice, () =>
      t.owner.query('select last_number from practice_counter where practice_id = $1 and series = $2', [
        practice.id,
        text,
      ]),
    )
  ).rows[0]?.last_number ?? 0;

describe('a job', () => {
  test('is done in its practice, and says how far it is', async () => {
    const seen: unknown[] = [];
    const kind = kindDoing(async (job) => {
      await job.progress(1, 4);
      seen.push(job.practiceId, job.ids, await job.transaction(async () => t.app.get(UnitOfWork).practiceId));
    });
    const id = await send(kind, { importId: 'some-id' });
    expect(await ended(id)).toMatchObject({ state: 'done', progress_done: 4, progress_total: 4, attempts: 1 });
    expect(seen).toEqual([practice.id, { importId: 'some-id' }, practice.id]);
  });

  test('exists only if the act that sent it commits', async () => {
    let runs = 0;
    const kind = kindDoing(async () => {
      runs += 1;
    });
    let id = '';
    await expect(
      asWorker(async () => {
        id = await t.app.get(Jobs).send(kind);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await ended(await send(kind));
    expect(await taskOf(id)).toBeUndefined();
    expect(runs).toBe(1);
  });

  test('sent twice by the same key is one task, also from two desks at once', async () => {
    let runs = 0;
    const kind = kindDoing(async () => {
      runs += 1;
    });
    const ids = await Promise.all([1, 2, 3, 4].map(() => send(kind, {}, { key: 'the-act' })));
    expect(new Set(ids).size).toBe(1);
    await ended(ids[0] ?? '');
    expect(await send(kind, {}, { key: 'the-act' })).toBe(ids[0]);
    expect(runs).toBe(1);
  });

  test('that fails for a while is tried again, and its effects happen once', async () => {
    let tries = 0;
    const kind = kindDoing(async (job) => {
      await job.once('first', () => note('first'));
      tries += 1;
      if (tries < 3) throw new Error('not yet');
      await job.once('second', () => note('second'));
    });
    expect(await ended(await send(kind))).toMatchObject({ state: 'done', attempts: 3, error_code: null });
    expect([await timesNoted('first'), await timesNoted('second')]).toEqual([1, 1]);
  });

  test('that always fails ends as failed after five tries while others go on; an administrator may start it again', async () => {
    let mended = false;
    let tries = 0;
    const poison = kindDoing(async () => {
      tries += 1;
      if (!mended) throw new Error('poison');
    });
    const healthy = kindDoing(async () => undefined);
    const id = await send(poison);
    const others = await Promise.all([send(healthy), send(healthy), send(healthy)]);
    for (const other of others) expect(await ended(other)).toMatchObject({ state: 'done' });
    expect(await ended(id)).toMatchObject({ state: 'failed', attempts: 5, error_code: 'task.failed' });
    expect(tries).toBe(5);
    mended = true;
    expect(await asWorker(() => t.app.get(Jobs).retry(id))).toBe(true);
    expect(await ended(id)).toMatchObject({ state: 'done', error_code: null });
    expect(await asWorker(() => t.app.get(Jobs).retry(id))).toBe(false);
  });

  test('that is refused by a rule is not tried again', async () => {
    const kind = kindDoing(async () => {
      throw new DomainError('appointment.slot_taken');
    });
    expect(await ended(await send(kind))).toMatchObject({
      state: 'failed',
      attempts: 1,
      error_code: 'appointment.slot_taken',
    });
  });

  test('nobody knows is kept for a process that may know it, and fails with a code in the end', async () => {
    expect(await ended(await send('test.nobody'))).toMatchObject({
      state: 'failed',
      attempts: 5,
      error_code: 'task.unknown_kind',
    });
  });
});

describe('two processes', () => {
  test('share the queue: each job is done once', async () => {
    const twin = await startTwin();
    const done: string[] = [];
    const workers = new Set<string>();
    const kind = `test.kind_${++serial}`;
    for (const [name, app] of [
      ['one', t.app],
      ['other', twin.app],
    ] as const) {
      app.get(JobHandlers).register(kind, async (job) => {
        workers.add(name);
        await until(
          async () => workers.size,
          (size) => size === 2,
        );
        await job.once('it', () => note(`shared ${job.taskId}`, app));
        done.push(job.taskId);
      });
    }
    const ids = await Promise.all(Array.from({ length: 12 }, () => send(kind)));
    for (const id of ids) expect(await ended(id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(done.sort()).toEqual([...ids].sort());
    for (const id of ids) expect(await timesNoted(`shared ${id}`)).toBe(1);
  });

  test('do a chore once a slot, whoever asks', async () => {
    const twin = await startTwin();
    let runs = 0;
    const name = `test.chore_${++serial}`;
    for (const app of [t.app, twin.app]) {
      app.get(Chores).register(name, 3_600, async () => {
        runs += 1;
      });
    }
    const asked = await Promise.all(
      [t.app, twin.app, t.app, twin.app].map((app) => app.get(TaskQueue).sendChore(name, 3_600)),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
    await until(
      async () =>
        (await t.owner.query(`select state from pgboss.job where name = 'chore' and data->>'chore' = $1`, [name])).rows,
      (rows) => rows.every(({ state }) => state === 'completed'),
    );
    expect(await twin.app.get(TaskQueue).sendChore(name, 3_600)).toBe(false);
    expect(runs).toBe(1);
  });

  test('one that is told to stop gives its job back at once, and no try is lost', async () => {
    const twin = await startTwin();
    const kind = `test.kind_${++serial}`;
    t.app.get(JobHandlers).register(kind, (job) => job.once('it', () => note('here')).then(() => undefined));
    let inHand = '';
    twin.app.get(JobHandlers).register(kind, async (job) => {
      inHand = job.taskId;
      await new Promise((resolve) => job.signal.addEventListener('abort', resolve, { once: true }));
      job.signal.throwIfAborted();
    });
    // The sender's own process looks first; should the other be quicker, another one is sent.
    const sent: string[] = [];
    await until(
      async () => {
        sent.push(await twin.app.get(UnitOfWork).runAsWorker(practice.id, () => twin.app.get(Jobs).send(kind)));
        const { state } = await until(
          () => taskOf(sent.at(-1) ?? ''),
          ({ state, attempts }) => state !== 'waiting' && attempts > 0,
        );
        return state === 'done'
          ? ''
          : until(
              async () => inHand,
              (taken) => taken !== '',
            );
      },
      (taken) => taken !== '',
    );
    await twins.pop()?.stop();
    expect(await ended(inHand)).toMatchObject({ state: 'done', attempts: 2 });
    const { rows } = await t.owner.query('select retry_count from pgboss.job where id = $1', [inHand]);
    expect(rows).toEqual([{ retry_count: 0 }]);
  });
});

describe('a process that dies', () => {
  test('between the effect and the acknowledgement: another one ends the job, the effect is there once', async () => {
    let tries = 0;
    const kind = kindDoing(async (job) => {
      tries += 1;
      await job.once('pay', () => note('paid'));
      // What kill -9 leaves: no word, a heart that stopped, the task still said to be running.
      if (tries === 1) await new Promise(() => undefined);
    });
    const id = await send(kind);
    await until(
      () => timesNoted('paid'),
      (times) => times === 1,
    );
    await fallSilent(id);
    expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await timesNoted('paid')).toBe(1);
  });

  test('or was only thought dead: what it still does is rolled back', async () => {
    let firstGoesOn: () => void = () => undefined;
    let tries = 0;
    const outcome: string[] = [];
    const kind = kindDoing(async (job) => {
      tries += 1;
      if (tries > 1) return void (await job.once('pay', () => note('thought dead')));
      await new Promise<void>((resolve) => {
        firstGoesOn = resolve;
      });
      await job.once('late', () => note('late')).catch((error: Error) => outcome.push(error.constructor.name));
      await job.transaction(() => note('late')).catch((error: Error) => outcome.push(error.constructor.name));
    });
    const id = await send(kind);
    await until(
      async () => tries,
      (count) => count === 1,
    );
    await fallSilent(id);
    expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2 });
    firstGoesOn();
    await until(
      async () => outcome,
      (seen) => seen.length === 2,
    );
    expect(outcome).toEqual(['JobLost', 'JobLost']);
    expect([await timesNoted('thought dead'), await timesNoted('late')]).toEqual([1, 0]);
  });

  test('five times: the task is told as lost', async () => {
    const kind = kindDoing(() => new Promise(() => undefined));
    const id = await send(kind);
    await until(
      () => taskOf(id),
      ({ state }) => state === 'running',
    );
    await t.owner.query('update pgboss.job set retry_count = retry_limit where id = $1', [id]);
    await fallSilent(id);
    expect(
      await until(
        () => taskOf(id),
        ({ state }) => state === 'failed',
      ),
    ).toMatchObject({ error_code: 'task.lost' });
  }, 60_000);
});

test('a task that stands in no queue, as after a restore, is queued again', async () => {
  const kind = kindDoing(async () => undefined);
  const id = await send(kind);
  await ended(id);
  await t.given.within(practice, () =>
    t.owner.query(`update background_task set state = 'running' where practice_id = $1 and id = $2`, [practice.id, id]),
  );
  expect(await t.app.get(OrphanTasks).queueAgain()).toBe(0);
  await t.owner.query('delete from pgboss.job where id = $1', [id]);
  expect(await t.app.get(OrphanTasks).queueAgain()).toBe(1);
  expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2 });
});

describe('the worker’s context', () => {
  test('a practice that is not there opens nothing', async () => {
    const nowhere = { ...practice, id: '0199d7e2-0000-7000-8000-000000000000' };
    await expect(asWorker(async () => 1, nowhere)).rejects.toThrow('not bound');
  });

  test('this process can say that it may work', async () => {
    expect(await t.app.get(JobWorker).fault()).toBeNull();
  });
});
