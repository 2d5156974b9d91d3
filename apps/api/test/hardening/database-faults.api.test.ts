import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { asSuperuser, serverUrls, withDatabase } from '../database.js';
import type { Desk } from '../desk.js';
import type { GivenPatient, GivenPractice } from '../given.js';
import { givenSeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let practice: GivenPractice;
let lea: Desk;
let sonia: Desk;
let patient: GivenPatient;
beforeAll(async () => {
  t = await startTestApp();
  ({ practice, lea, sonia } = await t.given.deskWithTwoSecretaries());
  patient = await t.given.patient(practice);
});
afterAll(() => t.close());

const slot = (startMin: number, overrides: object = {}) => ({
  ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
  ...{ day: '2026-03-03', startMin, durationMin: 15, ...overrides },
});

/** Somebody else's transaction on the same rows, held open while the story goes on. */
async function meanwhile<T>(act: (other: pg.Client) => Promise<T>): Promise<T> {
  const other = new pg.Client({ connectionString: withDatabase(serverUrls().superuser, t.database) });
  await other.connect();
  try {
    await other.query('begin');
    return await act(other);
  } finally {
    await other.query('rollback').catch(() => undefined);
    await other.end();
  }
}

const lockColumn = 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))';

/** Waits until a connection of the application is blocked by a lock. */
async function untilBlocked(other: pg.Client): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { rowCount } = await other.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error('nobody waits');
}

describe('locks', () => {
  test('a deadlock’s victim is tried again, and nobody notices', async () => {
    const { body } = await lea.post('/appointments', slot(540));
    const visitId = body.appointment.id;
    const before = await victims();
    const reply = await meanwhile(async (other) => {
      await other.query(lockColumn, [practice.martin.resourceId]);
      const moving = lea.act(`/appointments/${visitId}/move`, 1, slot(600)).then((answer) => answer);
      await untilBlocked(other);
      // The other way round: the move holds the visit and waits for the column.
      await other.query('select 1 from appointment where id = $1 for update', [visitId]);
      await other.query('commit');
      return moving;
    });
    expect([reply.status, reply.body.appointment.startMin, reply.body.appointment.version]).toEqual([200, 600, 2]);
    expect((await victims()) - before).toBe(1);
    const events = await t.given.within(practice, () =>
      t.owner.query(`select kind from appointment_event where appointment_id = $1 order by at, id`, [visitId]),
    );
    expect(events.rows.map(({ kind }) => kind)).toEqual(['booked', 'moved']);
  });

  test('a column held too long is a 503 to try again, not a fault', async () => {
    const reply = await meanwhile(async (other) => {
      await other.query(lockColumn, [practice.leroy.resourceId]);
      return lea.post('/appointments', slot(540, { resourceId: practice.leroy.resourceId }));
    });
    expect([reply.status, reply.body.code, reply.headers['retry-after']]).toEqual([503, 'server.unavailable', '2']);
  });

  test('a twin still running is told so, and gets the same answer once it has ended', async () => {
    const key = randomUUID();
    const body = slot(660, { resourceId: practice.leroy.resourceId });
    const [first, second] = await meanwhile(async (other) => {
      await other.query(lockColumn, [practice.leroy.resourceId]);
      const running = lea.post('/appointments', body, key).then((answer) => answer);
      await untilBlocked(other);
      const twin = lea.post('/appointments', body, key).then((answer) => answer);
      await new Promise((next) => setTimeout(next, 300));
      await other.query('commit');
      return Promise.all([running, twin]);
    });
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(second?.headers['idempotency-replayed']).toBe('true');
    expect(second?.body).toEqual(first?.body);
  });
});

describe('Postgres goes away', () => {
  test('in the middle of a booking: 503, nothing half-written, and the retry books once', async () => {
    const key = randomUUID();
    const body = slot(720 - 15);
    const cut = await meanwhile(async (other) => {
      await other.query(lockColumn, [practice.martin.resourceId]);
      const booking = lea.post('/appointments', body, key).then((answer) => answer);
      await untilBlocked(other);
      await t.cutConnections();
      return booking;
    });
    expect([cut.status, cut.body.code, cut.headers['retry-after']]).toEqual([503, 'server.unavailable', '2']);
    const retry = await lea.post('/appointments', body, key);
    expect(retry.status).toBe(201);
    const stored = await t.given.within(practice, () =>
      t.owner.query('select 1 from appointment where local_day = $1 and start_min = $2', [body.day, body.startMin]),
    );
    expect(stored.rowCount).toBe(1);
  });

  test('between two requests: the next one is served', async () => {
    await lea.get('/setup');
    await t.cutConnections();
    const replies = await Promise.all(Array.from({ length: 30 }, () => lea.get('/setup')));
    expect(replies.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect((await lea.get('/setup')).status).toBe(200);
  });

  test('again and again under load: only answers, refusals and 503; within five seconds all is well', async () => {
    const statuses = new Set<number>();
    let acknowledged = 0;
    const load = Array.from({ length: 12 }, async (_, column) => {
      for (let round = 0; round < 12; round += 1) {
        const startMin = 480 + 5 * (column + 12 * (round % 4));
        const reply = await (column % 2 ? lea : sonia).post(
          '/appointments',
          slot(startMin, { day: `2026-03-${String(10 + (round % 3)).padStart(2, '0')}`, durationMin: 5 }),
        );
        statuses.add(reply.status);
        if (reply.status === 201) acknowledged += 1;
      }
    });
    for (let times = 0; times < 6; times += 1) {
      await new Promise((next) => setTimeout(next, 150));
      await t.cutConnections();
    }
    await Promise.all(load);
    expect([...statuses].filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
    const cutAt = Date.now();
    while ((await lea.get('/setup')).status !== 200) expect(Date.now() - cutAt).toBeLessThan(5_000);
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(`select count(*)::int as stored, count(c.id)::int as claimed from appointment a
        left join claim c on c.practice_id = a.practice_id and c.appointment_id = a.id
        where a.local_day between '2026-03-10' and '2026-03-12'`),
    );
    // A commit whose answer was lost may be there; one that was acknowledged must be.
    expect(rows[0].stored).toBeGreaterThanOrEqual(acknowledged);
    expect(rows[0].claimed).toBe(rows[0].stored);
  });

  test('a server that cannot connect says 503 to all, the health page included', async () => {
    const { lea: desk } = await t.given.deskWithTwoSecretaries();
    await asSuperuser((client) => client.query(`alter database ${t.database} connection limit 0`));
    await t.cutConnections();
    const replies = [await desk.get('/setup'), await desk.raw('get', '/health'), await desk.post('/patients', {})];
    await asSuperuser((client) => client.query(`alter database ${t.database} connection limit -1`));
    expect(replies.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect((await desk.get('/setup')).status).toBe(200);
  });

  test('an export cut in the middle ends, and the next one is whole', async () => {
    const visit = await givenSeenVisit(t, practice, lea);
    await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'card', cents: 3000 }] });
    const accountant = await t.given.desk(practice, ['accountant']);
    const files = Array.from({ length: 8 }, () =>
      accountant.get('/exports/2026-03/factures.csv').then(
        (reply) => reply.status,
        () => 0,
      ),
    );
    await t.cutConnections();
    await Promise.all(files);
    const whole = await accountant.get('/exports/2026-03/factures.csv');
    expect([whole.status, whole.text.trim().split('\r\n').length]).toEqual([200, 2]);
  });
});

/** Deadlocks Postgres has broken in this database; each connection reports its own when it goes idle. */
async function victims(): Promise<number> {
  await new Promise((next) => setTimeout(next, 1_100));
  const { rows } = await asSuperuser((client) =>
    client.query('select deadlocks::int as deadlocks from pg_stat_database where datname = $1', [t.database]),
  );
  return rows[0].deadlocks;
}
