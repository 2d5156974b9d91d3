import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { patientsCsv } from '@pupitre/seeds/patients-csv';
import pg from 'pg';
import { serverUrls, withDatabase } from '../../../test/database.js';
import type { GivenPractice } from '../../../test/given.js';
import { Mover } from '../../../test/given-import.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { Expiry } from '../../platform/database/expiry.js';
import { TaskQueue } from '../../platform/jobs/task-queue.js';

let t: TestApp;
let practice: GivenPractice;
let mover: Mover;

beforeAll(async () => {
  t = await startTestApp({ worker: true });
});
afterAll(() => t.close());
beforeEach(async () => {
  practice = await t.given.practice();
  mover = new Mover(await t.given.desk(practice, ['coordinator']));
});

const counted = async (table: string): Promise<number> => {
  const { rows } = await t.given.within(practice, () =>
    t.owner.query(`select count(*)::int as all from ${table} where practice_id = $1`, [practice.id]),
  );
  return rows[0].all;
};

/** The job's connection is cut by the server in the middle of a statement, as it is when its process is killed. */
async function cutWhileRunning(query: string): Promise<void> {
  const server = new pg.Client({ connectionString: withDatabase(serverUrls().superuser, t.database) });
  await server.connect();
  const end = Date.now() + 20_000;
  for (let cut = false; !cut; ) {
    const { rows } = await server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = $1 and state = 'active' and query ilike $2 and pid <> pg_backend_pid()`,
      [t.database, query],
    );
    cut = rows.length > 0;
    if (!cut && Date.now() > end) throw new Error(`never ran: ${query}`);
  }
  await server.end();
}

/** Back-off is time that passes: it is made to have passed. */
async function letBackOffPass(id: string) {
  const end = Date.now() + 20_000;
  for (;;) {
    await t.owner.query(
      `update pgboss.job set start_after = now() - interval '1 second' where name = 'task' and state = 'retry'`,
    );
    const view = await mover.read(id);
    if (!['checking', 'committing', 'undoing'].includes(view.state)) return view;
    if (Date.now() > end) throw new Error(`still ${view.state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('cut in the middle of the writing: nothing is there, then all of it, once', async () => {
  const { id } = await mover.check(patientsCsv(1_500));
  await mover.desk.post(`/imports/${id}/commit`);
  await cutWhileRunning('%insert into patient_search_key%');
  expect([await counted('patient'), await counted('patient_search_key'), await counted('patient_event')]).toEqual([
    0, 0, 0,
  ]);
  const done = await letBackOffPass(id);
  expect([done.state, done.written]).toEqual(['committed', { created: 1_500, changed: 0 }]);
  expect([await counted('patient'), await counted('patient_event')]).toEqual([1_500, 1_500]);
});

test('cut in the middle of the check: it begins again, and every line is there once', async () => {
  const id = await mover.upload(patientsCsv(2_000));
  await mover.desk.post(`/imports/${id}/check`);
  await cutWhileRunning('%insert into import_line%');
  const view = await letBackOffPass(id);
  expect([view.state, view.counts.create + view.counts.doubtful]).toEqual(['checked', 2_000]);
  expect(await counted('import_line')).toBe(2_000);
});

test('cut in the middle of the way back: all is still there, then nothing', async () => {
  const { id } = await mover.check(patientsCsv(1_500));
  await mover.commit(id);
  await mover.desk.post(`/imports/${id}/undo`);
  await cutWhileRunning('%take_back_import%');
  expect(await counted('patient')).toBe(1_500);
  expect((await letBackOffPass(id)).state).toBe('undone');
  expect([await counted('patient'), await counted('patient_search_key')]).toEqual([0, 0]);
});

test('a file the desk edits during the way back stays, and then all of them do', async () => {
  const { id } = await mover.check(patientsCsv(20));
  await mover.commit(id);
  const server = new pg.Client({ connectionString: withDatabase(serverUrls().superuser, t.database) });
  await server.connect();
  await t.given.within(practice, async () => {
    await t.owner.query(`update patient set email = 'a@exemple.fr', version = version + 1 where number = 7`);
    await mover.desk.post(`/imports/${id}/undo`);
    const waiting = () =>
      server.query(
        `select from pg_stat_activity where datname = $1 and wait_event_type = 'Lock' and query ~ 'take_back_import'`,
        [t.database],
      );
    const end = Date.now() + 20_000;
    while ((await waiting()).rowCount === 0) if (Date.now() > end) throw new Error('the way back waits for nobody');
  });
  await server.end();
  expect(await mover.settled(id)).toMatchObject({ state: 'committed', failure: 'depended_on' });
  expect(await counted('patient')).toBe(20);
});

test('a process that dies during a check leaves it to another one', async () => {
  const twin = await t.startTwin();
  const id = await mover.upload(patientsCsv(3_000));
  await mover.desk.post(`/imports/${id}/check`);
  await twin.stop();
  await t.owner.query(
    `update pgboss.job set started_on = now() - interval '46 seconds' where name = 'task' and state = 'active'`,
  );
  await t.app.get(TaskQueue).tidy();
  const view = await letBackOffPass(id);
  expect([view.state, view.counts.create + view.counts.doubtful, await counted('import_line')]).toEqual([
    'checked',
    3_000,
    3_000,
  ]);
});

test('interrupted, it stops, and what was staged is gone', async () => {
  const id = await mover.upload(patientsCsv(3_000));
  await mover.desk.post(`/imports/${id}/check`);
  const cancelled = await mover.desk.post(`/imports/${id}/cancel`);
  expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
  const next = await mover.check(patientsCsv(3));
  expect(next.state).toBe('checked');
  expect([(await mover.read(id)).state, await counted('import_line'), await counted('import_part')]).toEqual([
    'cancelled',
    3,
    1,
  ]);
});

test('another choice of columns during a check overtakes it', async () => {
  const id = await mover.upload(patientsCsv(2_000));
  await mover.desk.post(`/imports/${id}/check`);
  const mapped = await mover.desk.put(`/imports/${id}/columns`, { columns: [{ index: 10, field: null }] });
  expect(mapped.status).toBe(200);
  expect((await mover.settled(id)).counts.create).toBe(2_000);
  await mover.commit(id);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query(`select 1 from patient where practice_id = $1 and email <> ''`, [practice.id]),
  );
  expect(rows).toEqual([]);
});

test('a desk registers and books while an import is being written', async () => {
  const secretary = await t.given.desk(practice, ['secretary']);
  const { id } = await mover.check(patientsCsv(1_500));
  await mover.desk.post(`/imports/${id}/commit`);
  let during = 0;
  // A morning holds sixteen visits of a quarter of an hour.
  while (during < 16 && (await mover.read(id)).state === 'committing') {
    const birthDate = `1980-01-${String((during % 28) + 1).padStart(2, '0')}`;
    const created = await secretary.post('/patients', {
      ...{ birthName: `Passant${'a'.repeat(during)}`, firstName: 'Zed', sex: 'M', birthDate, withoutPhone: true },
    });
    expect(created.status).toBe(201);
    const booked = await secretary.post('/appointments', {
      ...{ patientId: created.body.id, resourceId: practice.martin.resourceId, motifId: practice.consultation },
      ...{ day: '2026-03-03', startMin: 480 + during * 15, durationMin: 15 },
    });
    expect(booked.status).toBe(201);
    during += 1;
  }
  expect(during).toBeGreaterThan(0);
  await mover.settled(id);
  expect(await counted('patient')).toBe(1_500 + during);
});

test('a job that failed for good says so; nothing was written, and it can be asked again', async () => {
  const { id } = await mover.check(patientsCsv(5));
  const failed = (state: string) =>
    t.given.within(practice, async () => {
      await t.owner.query('update import_file set state = $2 where id = $1', [id, state]);
      await t.owner.query(
        `update background_task set state = 'failed' where id = (select task_id from import_file where id = $1)`,
        [id],
      );
    });
  await failed('checking');
  expect(await mover.read(id)).toMatchObject({ state: 'failed', failure: 'server_failed' });
  expect((await mover.desk.post(`/imports/${id}/check`)).status).toBe(200);
  expect(await mover.settled(id)).toMatchObject({ state: 'checked', failure: null });
  await failed('committing');
  expect(await mover.read(id)).toMatchObject({ state: 'checked', failure: 'server_failed' });
  expect((await mover.commit(id)).written).toEqual({ created: 5, changed: 0 });
  await failed('undoing');
  expect(await mover.read(id)).toMatchObject({ state: 'committed', failure: 'server_failed' });
  expect((await mover.undo(id)).state).toBe('undone');
});

test('parts and lines go a month after the last step, of this import and of no other; its history stays', async () => {
  const [old, recent] = [await mover.check(patientsCsv(4)), await mover.check(patientsCsv(3, 'recent'))];
  await t.given.within(practice, () =>
    t.owner.query(`update import_file set touched_at = now() - interval '32 days' where id = $1`, [old.id]),
  );
  await t.app.get(Expiry).purge();
  expect([await counted('import_line'), await counted('import_part'), await counted('import_file')]).toEqual([3, 1, 2]);
  expect((await mover.lines(recent.id)).length).toBe(3);
  const late = await mover.desk.post(`/imports/${old.id}/commit`);
  expect([late.status, late.body.details]).toEqual([409, { state: 'cancelled' }]);
});
