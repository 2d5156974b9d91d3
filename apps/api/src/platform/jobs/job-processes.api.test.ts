import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JobStory, until } from '../../../test/job-story.js';
import { type ServerProcess, startTestApp, type TestApp } from '../../../test/test-app.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Chores } from './chores.js';
import { JobHandlers, Jobs } from './jobs.js';
import { TaskQueue } from './task-queue.js';

let t: TestApp;
let story: JobStory;

beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());
beforeEach(async () => {
  story = new JobStory(t, await t.given.practice());
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

describe('two processes', () => {
  test('share the queue: each job is done once', async () => {
    const twin = await startTwin();
    const done: string[] = [];
    const workers = new Set<string>();
    const kind = story.newKind();
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
        await job.once('it', () => story.note(`shared ${job.taskId}`, app));
        done.push(job.taskId);
      });
    }
    const ids = await Promise.all(Array.from({ length: 12 }, () => story.send(kind)));
    for (const id of ids) expect(await story.ended(id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(done.sort()).toEqual([...ids].sort());
    for (const id of ids) expect(await story.timesNoted(`shared ${id}`)).toBe(1);
  });

  test('do a chore once a slot, whoever asks', async () => {
    const twin = await startTwin();
    let runs = 0;
    const name = story.newKind();
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
    const kind = story.newKind();
    t.app.get(JobHandlers).register(kind, (job) => job.once('it', () => story.note('here')).then(() => undefined));
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
        sent.push(await twin.app.get(UnitOfWork).runAsWorker(story.practice.id, () => twin.app.get(Jobs).send(kind)));
        const { state } = await until(
          () => story.taskOf(sent.at(-1) ?? ''),
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
    expect(await story.ended(inHand)).toMatchObject({ state: 'done', attempts: 2 });
    const { rows } = await t.owner.query('select retry_count from pgboss.job where id = $1', [inHand]);
    expect(rows).toEqual([{ retry_count: 0 }]);
  });
});

describe('a process that dies', () => {
  test('between the effect and the acknowledgement: another one ends the job, the effect is there once', async () => {
    let tries = 0;
    const kind = story.kindDoing(async (job) => {
      tries += 1;
      await job.once('pay', () => story.note('paid'));
      // What kill -9 leaves: no word, a heart that stopped, the task still said to be running.
      if (tries === 1) await new Promise(() => undefined);
    });
    const id = await story.send(kind);
    await until(
      () => story.timesNoted('paid'),
      (times) => times === 1,
    );
    await story.fallSilent(id);
    expect(await story.ended(id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await story.timesNoted('paid')).toBe(1);
  });

  test('or was only thought dead: what it still does is rolled back', async () => {
    let firstGoesOn: () => void = () => undefined;
    let tries = 0;
    const outcome: string[] = [];
    const kind = story.kindDoing(async (job) => {
      tries += 1;
      if (tries > 1) return void (await job.once('pay', () => story.note('thought dead')));
      await new Promise<void>((resolve) => {
        firstGoesOn = resolve;
      });
      await job.once('late', () => story.note('late')).catch((error: Error) => outcome.push(error.constructor.name));
      await job.transaction(() => story.note('late')).catch((error: Error) => outcome.push(error.constructor.name));
    });
    const id = await story.send(kind);
    await until(
      async () => tries,
      (count) => count === 1,
    );
    await story.fallSilent(id);
    expect(await story.ended(id)).toMatchObject({ state: 'done', attempts: 2 });
    firstGoesOn();
    await until(
      async () => outcome,
      (seen) => seen.length === 2,
    );
    expect(outcome).toEqual(['JobLost', 'JobLost']);
    expect([await story.timesNoted('thought dead'), await story.timesNoted('late')]).toEqual([1, 0]);
  });

  test('five times, and started again before that is told: the new try goes on', async () => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const kind = story.kindDoing(() => ended);
    const id = await story.send(kind);
    const { rows } = await t.owner.query(`insert into pgboss.job (name, data) values ('task_lost', $1) returning id`, [
      { practiceId: story.practice.id, taskId: id },
    ]);
    await until(
      () => t.owner.query(`select 1 from pgboss.job where id = $1 and state = 'completed'`, [rows[0].id]),
      ({ rowCount }) => rowCount === 1,
    );
    end();
    expect(await story.ended(id)).toMatchObject({ state: 'done', error_code: null });
  }, 60_000);

  test('five times: the task is told as lost', async () => {
    const kind = story.kindDoing(() => new Promise(() => undefined));
    const id = await story.send(kind);
    await until(
      () => story.taskOf(id),
      ({ state }) => state === 'running',
    );
    await t.owner.query('update pgboss.job set retry_count = retry_limit where id = $1', [id]);
    await story.fallSilent(id);
    expect(
      await until(
        () => story.taskOf(id),
        ({ state }) => state === 'failed',
      ),
    ).toMatchObject({ error_code: 'task.lost' });
  }, 60_000);
});
