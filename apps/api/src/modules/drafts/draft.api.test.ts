import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { appUrl } from '../../../test/database.js';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { Expiry } from '../../platform/database/expiry.js';

let t: TestApp;
let practice: GivenPractice;
let lea: Desk;
let sonia: Desk;
beforeAll(async () => {
  t = await startTestApp();
  ({ practice, lea, sonia } = await t.given.deskWithTwoSecretaries());
});
afterAll(() => t.close());

const path = (subject: string, form = 'booking') => `/drafts/${form}/${subject}`;
const typed = { note: 'appelle à 10 h 15', patient: { usedName: 'DURAND' } };
const keep = (desk: Desk, subject: string, body: object = typed) => desk.put(path(subject), { body });
const read = async (desk: Desk, subject: string) => (await desk.get(path(subject))).body.draft;

describe('what one types', () => {
  test('is kept, replaced by what was typed after, and forgotten when the form is done with', async () => {
    expect(await read(lea, 'new')).toBeNull();
    expect((await keep(lea, 'new', { note: 'a' })).body.version).toBe(1);
    expect((await keep(lea, 'new')).body.version).toBe(2);
    expect(await read(lea, 'new')).toMatchObject({ body: typed, version: 2 });
    expect((await lea.delete(path('new'))).status).toBe(204);
    expect((await lea.delete(path('new'))).status).toBe(204);
    expect(await read(lea, 'new')).toBeNull();
  });

  test('comes back in another browser of the same person, after a lock too', async () => {
    await keep(lea, 'elsewhere');
    await lea.raw('post', '/session/lock');
    expect((await lea.get(path('elsewhere'))).body.code).toBe('session.locked');
    await t.owner.query('update app.session set locked_at = null where account_id = $1', [lea.accountId]);
    expect(await read(lea.at(t.app.getHttpServer()), 'elsewhere')).toMatchObject({ body: typed });
  });

  test('leaves no row in the journal, and nothing in the log', async () => {
    await keep(lea, 'quiet', { note: 'CANARI' });
    await lea.delete(path('quiet'));
    const rows = await t.given.within(practice, () =>
      t.owner.query(`select 1 from audit_event where practice_id = $1 and action like 'draft.%'`, [practice.id]),
    );
    expect(rows.rowCount).toBe(0);
    expect(t.logLines.join('')).not.toContain('CANARI');
  });

  test('is one draft a form and a subject', async () => {
    await keep(lea, 'first', { note: '1' });
    await keep(lea, 'second', { note: '2' });
    await lea.put(path('first', 'visit_edit'), { body: { note: '3' } });
    expect((await read(lea, 'first')).body).toEqual({ note: '1' });
    expect((await lea.get(path('first', 'visit_edit'))).body.draft.body).toEqual({ note: '3' });
  });
});

describe('nobody else', () => {
  test('reads it: not a colleague, not the administrator, not another practice', async () => {
    await keep(lea, 'private');
    const admin = await t.given.desk(practice, ['admin']);
    const stranger = await t.given.desk(await t.given.practice());
    expect([await read(sonia, 'private'), await read(admin, 'private'), await read(stranger, 'private')]).toEqual([
      null,
      null,
      null,
    ]);
    const across = await stranger.raw('get', `/practices/${practice.id}${path('private')}`);
    expect(across.status).toBe(404);
    await sonia.delete(path('private'));
    await keep(sonia, 'private', { note: 'mine' });
    expect((await read(lea, 'private')).body).toEqual(typed);
  });

  test('nor by SQL: the policy asks for the person beside the practice', async () => {
    await keep(lea, 'sql');
    const intruder = new pg.Client({ connectionString: appUrl(t.database) });
    await intruder.connect();
    const as = async (hash: string, sql: string, values: unknown[] = []) => {
      await intruder.query('begin');
      try {
        const bind = `select set_config('app.session', $1, true), set_config('app.practice', $2, true)`;
        await intruder.query(bind, [hash, practice.id]);
        return await intruder.query(sql, values);
      } finally {
        await intruder.query('rollback');
      }
    };
    const hers = await t.owner.query<{ hash: string }>(
      `select encode(token_hash, 'hex') as hash from app.session where account_id = $1`,
      [lea.accountId],
    );
    const own = hers.rows[0]?.hash ?? '';
    expect((await as(own, `select 1 from draft where subject = 'sql'`)).rowCount).toBe(1);
    expect((await as(practice.sessionHash, 'select 1 from draft')).rowCount).toBe(0);
    expect((await as(practice.sessionHash, `update draft set body = '{}'`)).rowCount).toBe(0);
    expect((await as(practice.sessionHash, 'delete from draft')).rowCount).toBe(0);
    const forged = `insert into draft (practice_id, account_id, form, subject, body) values ($1, $2, 'booking', 'x', '{}')`;
    await expect(as(practice.sessionHash, forged, [practice.id, lea.accountId])).rejects.toMatchObject({
      code: '42501',
    });
    await intruder.end();
  });
});

describe('a draft that cannot be kept', () => {
  test.each([
    ['is longer than 64 kB', { note: 'é'.repeat(33_000) }, 413, 'draft.too_large'],
    ['has half a character', { note: 'x\uD800y' }, 422, 'request.invalid'],
    ['has a nul', { 'k\0': 'x' }, 422, 'request.invalid'],
  ])('%s', async (_, body, status, code) => {
    const reply = await keep(lea, 'refused', body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await read(lea, 'refused')).toBeNull();
  });

  test('of the largest size is kept whole, a backslash and all', async () => {
    const body = { note: `\\u0000 ${'a'.repeat(65_000)}` };
    expect((await keep(lea, 'large', body)).status).toBe(200);
    expect((await read(lea, 'large')).body).toEqual(body);
  });

  test('is of no form of ours, or under a name that is none', async () => {
    expect((await lea.put(path('new', 'diary'), { body: {} })).status).toBe(422);
    expect((await keep(lea, `${'a'.repeat(65)}`)).status).toBe(422);
  });
});

test('a hundred unfinished forms stay; the oldest gives way', async () => {
  const desk = await t.given.desk(practice);
  const many = Array.from({ length: 100 }, (_, count) => count);
  await t.given.within(practice, () =>
    t.owner.query(
      `insert into draft (practice_id, account_id, form, subject, body, updated_at)
       select $1, $2, 'booking', 'n' || n, '{}', now() - (n + 1) * interval '1 minute' from unnest($3::int[]) n`,
      [practice.id, desk.accountId, many],
    ),
  );
  await keep(desk, 'latest');
  expect(await read(desk, 'n99')).toBeNull();
  expect([await read(desk, 'n98'), await read(desk, 'latest')]).not.toContain(null);
});

test('after seven days a draft goes, in every practice; a younger one stays', async () => {
  const other = await t.given.practice();
  const account = (await t.given.desk(other)).accountId;
  await t.given.within(other, () =>
    t.owner.query(
      `insert into draft (practice_id, account_id, form, subject, body, updated_at)
       select $1, $2, 'booking', 'aged-' || age, '{}', now() - age * interval '1 hour' from unnest(array[400, 169, 167]) age`,
      [other.id, account],
    ),
  );
  await t.app.get(Expiry).purge();
  const kept = await t.given.within(other, () => t.owner.query('select subject from draft'));
  expect(kept.rows.map(({ subject }) => subject)).toEqual(['aged-167']);
});

test('one’s own purge reaches nobody’s living draft', async () => {
  const subject = uuid();
  await keep(lea, subject);
  await t.app.get(Expiry).purge();
  expect((await read(lea, subject)).body).toEqual(typed);
});
