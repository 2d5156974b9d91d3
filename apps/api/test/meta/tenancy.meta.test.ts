import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { databaseFaults } from '../../src/platform/database/boot-check.js';
import { appDataSource } from '../../src/platform/database/data-source.js';
import { appUrl, serverUrls, withDatabase } from '../database.js';
import type { GivenPractice } from '../given.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let mine: GivenPractice;
let other: GivenPractice;
let intruder: pg.Client;

beforeAll(async () => {
  t = await startTestApp();
  mine = await t.given.practice();
  other = await t.given.practice();
  await t.given.patient(mine, { birthName: 'ICI' });
  await t.given.patient(other, { birthName: 'AILLEURS' });
  intruder = new pg.Client({ connectionString: appUrl(t.database) });
  await intruder.connect();
});
afterAll(async () => {
  await intruder.end();
  await t.close();
});

/** What SQL injected into a request could do: any statement, as the application's role, inside its transaction. */
async function injected(
  session: string,
  practice: string,
  sql: string,
  values: unknown[] = [],
): Promise<pg.QueryResult> {
  await intruder.query('begin');
  try {
    await intruder.query(`select set_config('app.session', $1, true), set_config('app.practice', $2, true)`, [
      session,
      practice,
    ]);
    return await intruder.query(sql, values);
  } finally {
    await intruder.query('rollback');
  }
}

const names = async (session: string, practice: string) =>
  (await injected(session, practice, 'select birth_name from patient')).rows.map((row) => row.birth_name);

describe('row-level security is bound to the session’s secret', () => {
  test('the right secret reads its own practice', async () => {
    expect(await names(mine.sessionHash, mine.id)).toEqual(['ICI']);
  });

  test('a forged practice id reads nothing', async () => {
    expect(await names(mine.sessionHash, other.id)).toEqual([]);
  });

  test('no context, an empty context and a wrong secret read nothing', async () => {
    expect(await names('', '')).toEqual([]);
    expect(await names('', mine.id)).toEqual([]);
    expect(await names('00'.repeat(32), mine.id)).toEqual([]);
    expect((await intruder.query('select 1 from patient')).rowCount).toBe(0);
  });

  test('writing into the other practice is refused, and pointing at its rows too', async () => {
    const stranger = await t.given.patient(other);
    const insert = `insert into patient_event (practice_id, id, patient_id, at, account_id, actor_name, kind)
      values ($1, gen_random_uuid(), $2, now(), gen_random_uuid(), 'x', 'x')`;
    await expect(injected(mine.sessionHash, mine.id, insert, [other.id, stranger.id])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(injected(mine.sessionHash, mine.id, insert, [mine.id, stranger.id])).rejects.toMatchObject({
      code: '23503',
    });
  });

  test.each([
    ['read the sessions', 'select * from app.session'],
    ['read the accounts', 'select * from app.account'],
    ['become the owner', 'set role pupitre_owner'],
    ['empty a table', 'truncate patient'],
    ['switch the protection off', 'alter table patient disable row level security'],
    ['make a table', 'create table public.mine (id int)'],
    ['change an invoice', 'update invoice set total_cents = 0'],
    ['rewrite the audit journal', 'delete from audit_event'],
  ])('the application’s role cannot %s', async (_, sql) => {
    await expect(injected(mine.sessionHash, mine.id, sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('a session that ended, is locked or went quiet opens nothing', async () => {
    for (const state of ['ended_at = now()', 'locked_at = now()', `last_input_at = now() - interval '16 minutes'`]) {
      const desk = await t.given.practice();
      await t.given.patient(desk, { birthName: 'FERMÉ' });
      await t.owner.query(`update app.session set ${state} where token_hash = decode($1, 'hex')`, [desk.sessionHash]);
      expect(await names(desk.sessionHash, desk.id)).toEqual([]);
    }
  });
});

describe('the server refuses to start', () => {
  test('is content with its own role and schema', async () => {
    const dataSource = await appDataSource(appUrl(t.database), []).initialize();
    expect(await databaseFaults(dataSource)).toEqual([]);
    await dataSource.destroy();
  });

  test('on a superuser, and on the owner', async () => {
    for (const [url, fault] of [
      [serverUrls().superuser, /is a superuser/],
      [serverUrls().owner, /owns the table/],
    ] as const) {
      const dataSource = await appDataSource(withDatabase(url, t.database), []).initialize();
      expect((await databaseFaults(dataSource)).join()).toMatch(fault);
      await dataSource.destroy();
    }
  });

  test('on an unprotected tenant table', async () => {
    await t.owner.query('create table planted (practice_id uuid, id uuid)');
    const dataSource = await appDataSource(appUrl(t.database), []).initialize();
    expect(await databaseFaults(dataSource)).toEqual(['the table planted is not protected by row-level security']);
    await dataSource.destroy();
    await t.owner.query('drop table planted');
  });
});
