import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate } from '@pupitre/migrations/migrate';
import { pgBossSchema } from '@pupitre/migrations/sql/pg-boss-schema';
import { workerHashOf, workerSecretIn, workerSecretOf } from '@pupitre/migrations/worker-secret';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { appUrl, asSuperuser, serverUrls, withDatabase } from '../../../test/database.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { JobWorker } from './job-worker.js';

const secret = workerSecretIn(appUrl('any')) ?? '';

let t: TestApp;
let practice: GivenPractice;
let client: pg.Client;

beforeAll(async () => {
  t = await startTestApp();
  practice = await t.given.practice();
  await t.given.patient(practice, { birthName: 'ICI' });
  client = new pg.Client({ connectionString: appUrl(t.database) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await t.close();
});

async function namesShowing(shown: string, practiceId: string): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query(`select set_config('app.worker', $1, true), set_config('app.practice', $2, true)`, [
      shown,
      practiceId,
    ]);
    return (await client.query('select birth_name from patient')).rows.map((row) => row.birth_name);
  } finally {
    await client.query('rollback');
  }
}

describe('the worker’s secret', () => {
  test('opens the practice asked for; a wrong one, an empty one, its own hash open nothing', async () => {
    const { rows } = await asSuperuser(
      (owner) => owner.query(`select encode(hash, 'hex') as hash from app.worker_secret`),
      t.database,
    );
    expect(await namesShowing(secret, practice.id)).toEqual(['ICI']);
    for (const wrong of ['', 'x', rows[0].hash, secret.toUpperCase(), `${secret} `]) {
      expect(await namesShowing(wrong, practice.id)).toEqual([]);
    }
  });

  test('opens no practice that is not there', async () => {
    expect(await namesShowing(secret, '0199d7e2-0000-7000-8000-000000000000')).toEqual([]);
  });

  test('is made from the password, and only from the application role’s', () => {
    expect(workerSecretIn('postgres://pupitre_app:p%40ss@db/pupitre')).toBe(workerSecretOf('p@ss'));
    expect(workerSecretIn('postgres://pupitre_app@db/pupitre')).toBeNull();
    expect(workerSecretIn('postgres://other:p%40ss@db/pupitre')).toBeNull();
    expect(workerHashOf('a')).not.toEqual(workerHashOf('b'));
  });

  test('follows the password at the next migration; until then the process says why it does no job, and serves', async () => {
    const fault = () => t.app.get(JobWorker).fault();
    expect(await fault()).toBeNull();
    await asSuperuser((owner) => owner.query(`update app.worker_secret set hash = sha256('other')`), t.database);
    expect(await fault()).toMatch(/run the migration with the same DATABASE_APP_URL/);
    const desk = await t.given.desk(practice);
    await desk.get('/days/2026-03-02').expect(200);
    await migrate(withDatabase(serverUrls().owner, t.database), decodeURIComponent(new URL(appUrl('any')).password));
    expect(await fault()).toBeNull();
  });
});

describe('the queue’s schema', () => {
  const normal = (sql: string) => sql.replace(/\s+/g, ' ').replaceAll(' ;', ';').replaceAll(';;', ';').trim();

  test('is the one the installed library would make', () => {
    const plan = PgBoss.getConstructionPlans('pgboss');
    const body = plan.slice(plan.indexOf('CREATE SCHEMA'), plan.lastIndexOf('COMMIT'));
    expect(normal(pgBossSchema)).toBe(normal(body));
  });

  test.each([
    ['make a queue', `select pgboss.create_queue('mine', '{}')`],
    ['change a queue', 'update pgboss.queue set retry_limit = 0'],
    ['make a table there', 'create table pgboss.mine (id int)'],
  ])('the application’s role cannot %s', async (_, sql) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
