import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Jobs } from '../../platform/jobs/jobs.js';

let t: TestApp;
let practice: GivenPractice;
let admin: Desk;
let sonia: Desk;

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  practice = await t.given.practice();
  admin = await t.given.desk(practice, ['admin'], { name: 'Nadia ADMIN' });
  sonia = await t.given.desk(practice, ['coordinator'], { name: 'Sonia DUBREUIL' });
});

const send = (requestedBy: string | null) =>
  t.app.get(UnitOfWork).runAsWorker(practice.id, () => t.app.get(Jobs).send('test.kind', {}, { requestedBy }));

const fail = (id: string) =>
  t.given.within(practice, () =>
    t.owner.query(
      `update background_task set state = 'failed', error_code = 'task.failed', ended_at = now() where practice_id = $1 and id = $2`,
      [practice.id, id],
    ),
  );

test('the administrator sees every job and who asked; a coordinator her own', async () => {
  const hers = await send(sonia.accountId);
  const ofTheClock = await send(null);
  const { body } = await admin.get('/tasks').expect(200);
  expect(body.tasks).toMatchObject([
    { id: ofTheClock, requestedBy: null, state: 'waiting', progressDone: 0, progressTotal: null, attempts: 0 },
    { id: hers, kind: 'test.kind', requestedBy: { accountId: sonia.accountId, name: 'Sonia DUBREUIL' } },
  ]);
  expect((await sonia.get('/tasks').expect(200)).body.tasks).toMatchObject([{ id: hers }]);
  expect((await admin.get('/tasks?state=failed').expect(200)).body.tasks).toEqual([]);
});

test('another practice’s job is not there', async () => {
  const id = await send(null);
  const elsewhere = await t.given.desk(await t.given.practice(), ['admin']);
  expect((await elsewhere.get('/tasks').expect(200)).body.tasks).toEqual([]);
  await elsewhere.post(`/tasks/${id}/retry`).expect(404);
});

test('a failed job is started again by an administrator, and by nobody else; the journal tells', async () => {
  const id = await send(sonia.accountId);
  expect((await admin.post(`/tasks/${id}/retry`).expect(409)).body.code).toBe('task.not_failed');
  await fail(id);
  await sonia.post(`/tasks/${id}/retry`).expect(403);
  expect((await admin.post(`/tasks/${id}/retry`).expect(200)).body).toMatchObject({
    state: 'waiting',
    errorCode: null,
  });
  const { rows } = await t.owner.query('select state, retry_count from pgboss.job where id = $1', [id]);
  expect(rows).toEqual([{ state: 'created', retry_count: 0 }]);
  const trace = await t.given.within(practice, () =>
    t.owner.query(`select outcome from audit_event where practice_id = $1 and action = 'task.retry' order by at`, [
      practice.id,
    ]),
  );
  expect(trace.rows).toEqual([{ outcome: 'refused' }, { outcome: 'done' }]);
});
