import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JobStory } from '../../../test/job-story.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DomainError } from '../domain-error.js';
import { JobWorker } from './job-worker.js';
import { Jobs } from './jobs.js';
import { OrphanTasks } from './orphan-tasks.js';

let t: TestApp;
let story: JobStory;

beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());
beforeEach(async () => {
  story = new JobStory(t, await t.given.practice());
});

describe('a job', () => {
  test('is done in its practice, and says how far it is', async () => {
    const seen: unknown[] = [];
    const kind = story.kindDoing(async (job) => {
      await job.progress(1, 4);
      seen.push(job.practiceId, job.ids, await job.transaction(async () => t.app.get(UnitOfWork).practiceId));
    });
    const id = await story.send(kind, { importId: 'some-id' });
    expect(await story.ended(id)).toMatchObject({ state: 'done', progress_done: 4, progress_total: 4, attempts: 1 });
    expect(seen).toEqual([story.practice.id, { importId: 'some-id' }, story.practice.id]);
  });

  test('exists only if the act that sent it commits', async () => {
    let runs = 0;
    const kind = story.kindDoing(async () => {
      runs += 1;
    });
    let id = '';
    await expect(
      story.asWorker(async () => {
        id = await t.app.get(Jobs).send(kind);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await story.ended(await story.send(kind));
    expect(await story.taskOf(id)).toBeUndefined();
    expect(runs).toBe(1);
  });

  test('sent twice by the same key is one task, also from two desks at once', async () => {
    let runs = 0;
    const kind = story.kindDoing(async () => {
      runs += 1;
    });
    const ids = await Promise.all([1, 2, 3, 4].map(() => story.send(kind, {}, { key: 'the-act' })));
    expect(new Set(ids).size).toBe(1);
    await story.ended(ids[0] ?? '');
    expect(await story.send(kind, {}, { key: 'the-act' })).toBe(ids[0]);
    expect(runs).toBe(1);
  });

  test('that fails for a while is tried again, and its effects happen once', async () => {
    let tries = 0;
    const kind = story.kindDoing(async (job) => {
      await job.once('first', () => story.note('first'));
      tries += 1;
      if (tries < 3) throw new Error('not yet');
      await job.once('second', () => story.note('second'));
    });
    expect(await story.ended(await story.send(kind))).toMatchObject({ state: 'done', attempts: 3, error_code: null });
    expect([await story.timesNoted('first'), await story.timesNoted('second')]).toEqual([1, 1]);
  });

  test('that always fails ends as failed after five tries while others go on; an administrator may start it again', async () => {
    let mended = false;
    let tries = 0;
    const poison = story.kindDoing(async () => {
      tries += 1;
      if (!mended) throw new Error('poison');
    });
    const healthy = story.kindDoing(async () => undefined);
    const id = await story.send(poison);
    const others = await Promise.all([story.send(healthy), story.send(healthy), story.send(healthy)]);
    for (const other of others) expect(await story.ended(other)).toMatchObject({ state: 'done' });
    expect(await story.ended(id)).toMatchObject({ state: 'failed', attempts: 5, error_code: 'task.failed' });
    expect(tries).toBe(5);
    mended = true;
    expect(await story.asWorker(() => t.app.get(Jobs).retry(id))).toBe(true);
    expect(await story.ended(id)).toMatchObject({ state: 'done', error_code: null });
    expect(await story.asWorker(() => t.app.get(Jobs).retry(id))).toBe(false);
  });

  test('that is refused by a rule is not tried again', async () => {
    const kind = story.kindDoing(async () => {
      throw new DomainError('appointment.slot_taken');
    });
    expect(await story.ended(await story.send(kind))).toMatchObject({
      state: 'failed',
      attempts: 1,
      error_code: 'appointment.slot_taken',
    });
  });

  test('nobody knows is kept for a process that may know it, and fails with a code in the end', async () => {
    expect(await story.ended(await story.send('test.nobody'))).toMatchObject({
      state: 'failed',
      attempts: 5,
      error_code: 'task.unknown_kind',
    });
  });
});

test('a task that stands in no queue, as after a restore, is queued again', async () => {
  const kind = story.kindDoing(async () => undefined);
  const id = await story.send(kind);
  await story.ended(id);
  await t.given.within(story.practice, () =>
    t.owner.query(`update background_task set state = 'running' where practice_id = $1 and id = $2`, [
      story.practice.id,
      id,
    ]),
  );
  expect(await t.app.get(OrphanTasks).queueAgain()).toBe(0);
  await t.owner.query('delete from pgboss.job where id = $1', [id]);
  expect(await t.app.get(OrphanTasks).queueAgain()).toBe(1);
  expect(await story.ended(id)).toMatchObject({ state: 'done', attempts: 2 });
});

describe('the worker’s context', () => {
  test('a practice that is not there opens nothing', async () => {
    const nowhere = '0199d7e2-0000-7000-8000-000000000000';
    await expect(story.asWorker(async () => 1, nowhere)).rejects.toThrow('not bound');
  });

  test('this process can say that it may work', async () => {
    expect(await t.app.get(JobWorker).fault()).toBeNull();
  });
});
