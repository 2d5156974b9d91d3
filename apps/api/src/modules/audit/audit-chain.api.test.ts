import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { appUrl, asSuperuser } from '../../../test/database.js';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { AuditSealer } from '../../platform/audit/audit-sealer.js';
import { verifyPractice } from '../../platform/audit/audit-verification.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

let t: TestApp;
let practice: GivenPractice;
let admin: Desk;
let lea: Desk;

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  practice = await t.given.practice();
  admin = await t.given.desk(practice, ['admin'], { name: 'Nadia ADMIN' });
  lea = await t.given.desk(practice, ['secretary'], { name: 'Léa BERNARD' });
});

/** Of this story only: others of this file leave damaged chains behind. */
const seal = () => t.app.get(AuditSealer).seal(practice.id);
const verification = async () => (await admin.get('/audit/verification').expect(200)).body;

/** Opens a file so many times: as many rows in the journal. */
async function openings(times: number): Promise<string> {
  const { id } = await t.given.patient(practice, { birthName: 'ÉLÉONORE', firstName: 'Zoé' });
  for (let turn = 0; turn < times; turn += 1) await lea.get(`/patients/${id}`).expect(200);
  return id;
}

/** What somebody with every right on the server could do to the journal; `$1` is the practice. */
const tamper = (sql: string) =>
  asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica');
    const steps = [await client.query(sql.replaceAll('$1', `'${practice.id}'`))].flat();
    expect(steps.map(({ rowCount }) => rowCount)).not.toContain(0);
  }, t.database);

/** As the command `audit:verify` reads: all of it, hashed here and not in the database. */
const readAgain = () =>
  t.app.get(UnitOfWork).runAsWorker(practice.id, () => {
    const { manager } = t.app.get(UnitOfWork);
    return verifyPractice((sql, values) => manager.query(sql, values), practice.id);
  });

test('what is done is sealed, in the order it is sealed in, and the chain is intact', async () => {
  await openings(7);
  expect(await verification()).toMatchObject({ intact: true, sealedCount: 0, unsealedCount: 7, headHash: '' });
  expect(await seal()).toBe(8);
  const seen = await verification();
  // The first verification was itself journalled, and sealed; the second waits.
  expect(seen).toMatchObject({ intact: true, sealedCount: 8, unsealedCount: 0, checkedFrom: 1, brokenAt: null });
  expect(seen.headHash).toMatch(/^[0-9a-f]{64}$/);
  expect(await readAgain()).toMatchObject({ intact: true, sealed: 8, unsealed: 1, headHash: seen.headHash });
});

test('a row that commits after younger ones were sealed is sealed too', async () => {
  await openings(1);
  const late = new pg.Client({ connectionString: appUrl(t.database) });
  await late.connect();
  await late.query('begin');
  await late.query(`select set_config('app.session', $1, true), set_config('app.practice', $2, true)`, [
    practice.sessionHash,
    practice.id,
  ]);
  await late.query(
    `insert into audit_event (practice_id, id, account_id, roles, action, outcome, request_id)
     values ($1, gen_random_uuid(), gen_random_uuid(), '{admin}', 'late.act', 'done', 'r')`,
    [practice.id],
  );
  await openings(3);
  await seal();
  expect((await readAgain()).sealed).toBe(4);
  await late.query('commit');
  await late.end();
  await openings(1);
  await seal();
  expect(await readAgain()).toMatchObject({ intact: true, sealed: 6, unsealed: 0 });
});

test('sealers that run at once make one chain', async () => {
  await openings(20);
  const twin = await t.startTwin();
  const other = () => twin.app.get(AuditSealer).seal(practice.id);
  await Promise.all([seal(), other(), seal(), other(), openings(5), seal(), other()]);
  await seal();
  expect(await readAgain()).toMatchObject({ intact: true, sealed: 25, unsealed: 0 });
  await twin.stop();
});

test('a base restored on another server, whose transactions begin anew, is sealed on', async () => {
  await openings(3);
  await seal();
  await tamper(`update audit_chain set horizon = '9999999999' where practice_id = $1`);
  await openings(2);
  await seal();
  expect(await readAgain()).toMatchObject({ intact: true, sealed: 5, unsealed: 0 });
});

test('each practice has its chain; a damaged one does not keep the others from theirs', async () => {
  await openings(2);
  await seal();
  await tamper(`update audit_chain set seq = 0, hash = sha256('x') where practice_id = $1`);
  await openings(1);
  const damaged = practice;
  practice = await t.given.practice();
  admin = await t.given.desk(practice, ['admin']);
  lea = await t.given.desk(practice, ['secretary']);
  await openings(2);
  await expect(t.app.get(AuditSealer).sealAll()).rejects.toThrow('1 practices');
  expect(await readAgain()).toMatchObject({ intact: true, sealed: 2, unsealed: 0 });
  practice = damaged;
  expect(await readAgain()).toMatchObject({ intact: false });
});

describe('tampering is seen, by the database and by the command, at the same place', () => {
  const nth = (place: number) => `(select event_id from audit_seal where practice_id = $1 and seq = ${place})`;

  test.each([
    [
      'an edited actor',
      `update audit_event set account_id = gen_random_uuid() where practice_id = $1 and id = ${nth(3)}`,
      3,
      'row_changed',
    ],
    [
      'an edited time',
      `update audit_event set at = at - interval '1 microsecond' where practice_id = $1 and id = ${nth(4)}`,
      4,
      'row_changed',
    ],
    [
      'an erased patient',
      `update audit_event set patient_id = null where practice_id = $1 and id = ${nth(2)}`,
      2,
      'row_changed',
    ],
    [
      'an invented reason',
      `update audit_event set reason = 'billing' where practice_id = $1 and id = ${nth(5)}`,
      5,
      'row_changed',
    ],
    ['a hole', `delete from audit_event where practice_id = $1 and id = ${nth(4)}`, 4, 'row_missing'],
    [
      'a hole with its seal',
      `with gone as (delete from audit_event where practice_id = $1 and id = ${nth(4)} returning id)
       delete from audit_seal where practice_id = $1 and event_id in (select id from gone)`,
      5,
      'seal_missing',
    ],
    [
      'the first row gone',
      `with gone as (delete from audit_event where practice_id = $1 and id = ${nth(1)} returning id)
       delete from audit_seal where practice_id = $1 and event_id in (select id from gone)`,
      2,
      'seal_missing',
    ],
    [
      'a cut tail',
      `with gone as (delete from audit_event where practice_id = $1 and id in
         (select event_id from audit_seal where practice_id = $1 and seq > 4) returning id)
       delete from audit_seal where practice_id = $1 and event_id in (select id from gone)`,
      6,
      'tail_cut',
    ],
    [
      'a reordered pair',
      `create temp table pair as select seq, event_id from audit_seal where practice_id = $1 and seq in (2, 3);
       update audit_seal set event_id = gen_random_uuid() where practice_id = $1 and seq in (2, 3);
       update audit_seal s set event_id = pair.event_id from pair where s.practice_id = $1 and s.seq = 5 - pair.seq`,
      2,
      'row_changed',
    ],
    ['a forged head', `update audit_chain set hash = sha256('x') where practice_id = $1`, 6, 'head_differs'],
    ['a month’s head from before', `update audit_head set seq = 3 where practice_id = $1`, 3, 'head_differs'],
    [
      'the end of the head cut with nothing else',
      `update audit_chain set seq = 5, hash =
       (select hash from audit_seal where practice_id = $1 and seq = 5) where practice_id = $1`,
      6,
      'head_differs',
    ],
  ])('%s', async (_, sql, seq, fault) => {
    await openings(6);
    await seal();
    await tamper(sql);
    expect((await verification()).brokenAt).toEqual({ seq, fault });
    expect((await readAgain()).brokenAt).toEqual({ seq, fault });
  });
});

describe('nobody at a desk can seal, or unseal', () => {
  test.each([
    [
      'seal a row',
      `insert into audit_seal (practice_id, seq, event_id, hash) select practice_id, 9, id, sha256('x') from audit_event limit 1`,
    ],
    ['remove a seal', 'delete from audit_seal'],
    ['change a seal', `update audit_seal set hash = sha256('x')`],
    [
      'say when a row was written',
      `insert into audit_event (practice_id, id, at, account_id, roles, action, outcome, request_id)
       values (app.current_practice(), gen_random_uuid(), now() - interval '1 day', gen_random_uuid(), '{admin}', 'a', 'done', 'r')`,
    ],
    ['begin a chain', 'insert into audit_chain (practice_id) values (app.current_practice())'],
    ['read the worker’s secret', 'select * from app.worker_secret'],
  ])('cannot %s', async (_, sql) => {
    await openings(1);
    await expect(injected(sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('nor move the head: it is not theirs to see for a change', async () => {
    await openings(1);
    await seal();
    expect((await injected('update audit_chain set seq = 0')).rowCount).toBe(0);
    expect((await injected('select * from app.practices_to_seal()')).rowCount).toBe(0);
    expect((await injected('select * from app.worker_practices()')).rowCount).toBe(0);
  });

  test('seals and tasks of another practice are not there', async () => {
    await openings(1);
    await seal();
    const mine = practice;
    practice = await t.given.practice();
    for (const table of ['audit_seal', 'audit_chain', 'audit_head', 'background_task']) {
      expect((await injected(`select * from ${table} where practice_id = '${mine.id}'`)).rowCount).toBe(0);
    }
  });

  async function injected(sql: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: appUrl(t.database) });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.session', $1, true), set_config('app.practice', $2, true)`, [
        practice.sessionHash,
        practice.id,
      ]);
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }
});
