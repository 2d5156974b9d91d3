import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const server = () => t.app.getHttpServer();
const password = 'pupitre-demo';

async function account(): Promise<{ email: string; practiceId: string }> {
  const practice = await t.given.practice();
  const id = uuid();
  const email = `lea.${id}@tilleuls.demo`;
  await t.owner.query(
    `insert into app.account (id, email, password_hash, display_name, initials) values ($1, $2, $3, 'Léa BERNARD', 'LB')`,
    [id, email, await hash(password, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 })],
  );
  await t.owner.query(
    `insert into membership (practice_id, id, account_id, roles) values ($1, $2, $3, '{secretary}')`,
    [practice.id, uuid(), id],
  );
  return { email, practiceId: practice.id };
}

const signIn = (email: string, tried = password) =>
  supertest(server()).post('/api/session').send({ email, password: tried });
const cookieOf = (reply: supertest.Response) => reply.headers['set-cookie']?.[0] ?? '';

describe('signing in', () => {
  test('gives a cookie no script can read, and says who, where and with which rights', async () => {
    const { email, practiceId } = await account();
    const reply = await signIn(email.toUpperCase());
    expect(reply.status).toBe(200);
    expect(cookieOf(reply)).toMatch(/^__Host-pupitre=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(reply.body).toMatchObject({
      state: 'active',
      account: { displayName: 'Léa BERNARD' },
      memberships: [{ practiceId, roles: ['secretary'] }],
    });
    const stored = await t.owner.query('select 1 from app.session where encode(token_hash, $1) = $2', [
      'base64',
      cookieOf(reply),
    ]);
    expect(stored.rowCount).toBe(0);
  });

  test('makes a new secret each time and keeps five sessions at most', async () => {
    const { email } = await account();
    const cookies = [];
    for (let time = 0; time < 6; time += 1) cookies.push(cookieOf(await signIn(email)));
    expect(new Set(cookies).size).toBe(6);
    const first = await supertest(server())
      .get('/api/session')
      .set('cookie', cookies[0] ?? '');
    const last = await supertest(server())
      .get('/api/session')
      .set('cookie', cookies[5] ?? '');
    expect([first.status, first.body.code, last.status]).toEqual([401, 'session.ended', 200]);
  });

  test('answers the same for an unknown mail and a wrong password', async () => {
    const { email } = await account();
    const wrong = await signIn(email, 'autre-chose');
    const unknown = await signIn('personne@tilleuls.demo', 'autre-chose');
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    expect(wrong.body).toEqual({ type: 'about:blank', status: 401, code: 'session.credentials_refused' });
  });

  test('makes the tries wait longer and longer, and forgets them after a success', async () => {
    const { email } = await account();
    for (let tries = 0; tries < 5; tries += 1) await signIn(email, 'faux');
    const blocked = await signIn(email);
    expect([blocked.status, blocked.body.code]).toEqual([429, 'session.too_many_attempts']);
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
    await t.owner.query(`update app.sign_in_failure set failed_at = failed_at - interval '3 minutes'`);
    expect((await signIn(email)).status).toBe(200);
    for (let tries = 0; tries < 4; tries += 1) expect((await signIn(email, 'faux')).status).toBe(401);
    await t.owner.query('delete from app.sign_in_failure');
  });
});

describe('the lock', () => {
  test('closes every practice route until the password is typed again', async () => {
    const { email, practiceId } = await account();
    const cookie = cookieOf(await signIn(email));
    const desk = (method: 'get' | 'post' | 'delete', path: string, body?: object) =>
      supertest(server())[method](`/api${path}`).set('cookie', cookie).send(body);
    expect((await desk('post', '/session/lock')).status).toBe(204);
    const setup = await desk('get', `/practices/${practiceId}/setup`);
    expect([setup.status, setup.body.code]).toEqual([401, 'session.locked']);
    expect((await desk('get', '/session')).body.state).toBe('locked');
    expect((await desk('post', '/session/unlock', { password: 'faux' })).body.code).toBe('session.credentials_refused');
    expect((await desk('post', '/session/unlock', { password })).body.state).toBe('active');
    expect((await desk('get', `/practices/${practiceId}/setup`)).status).toBe(200);
    expect((await desk('delete', '/session')).status).toBe(204);
    expect((await desk('get', '/session')).body.code).toBe('session.ended');
  });

  test.each([
    ['locks after fifteen minutes without input', `last_input_at = now() - interval '15 minutes'`, 'session.locked'],
    ['ends after thirty minutes locked', `locked_at = now() - interval '30 minutes'`, 'session.ended'],
    ['ends ten hours after it began', 'ends_at = now()', 'session.ended'],
  ])('%s', async (_, change, code) => {
    const practice = await t.given.practice();
    const lea = await t.given.desk(practice);
    await t.owner.query(`update app.session set ${change} where account_id = $1`, [lea.accountId]);
    const reply = await lea.get('/setup');
    expect([reply.status, reply.body.code]).toEqual([401, code]);
  });

  test('waits while the person types', async () => {
    const lea = await t.given.desk(await t.given.practice());
    await t.owner.query(`update app.session set last_input_at = now() - interval '14 minutes' where account_id = $1`, [
      lea.accountId,
    ]);
    expect((await lea.raw('post', '/session/activity')).status).toBe(204);
    const [row] = (
      await t.owner.query(
        `select last_input_at > now() - interval '1 minute' as fresh from app.session where account_id = $1`,
        [lea.accountId],
      )
    ).rows;
    expect(row.fresh).toBe(true);
  });
});

describe('what another site could send', () => {
  test.each([
    ['a foreign origin', { origin: 'https://ailleurs.example' }, 403, 'request.foreign_origin'],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403, 'request.foreign_origin'],
    ['an opaque origin', { origin: 'null' }, 403, 'request.foreign_origin'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'request.not_json'],
    ['text', { 'content-type': 'text/plain' }, 415, 'request.not_json'],
  ])('%s is refused', async (_, headers, status, code) => {
    const lea = await t.given.desk(await t.given.practice());
    const reply = await lea
      .raw('post', '/session/lock')
      .set(headers as Record<string, string>)
      .send('content-type' in headers ? 'x=1' : undefined);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('broken JSON and an endless body get their own sentence', async () => {
    const broken = await supertest(server())
      .post('/api/session')
      .set('content-type', 'application/json')
      .send('{"email":');
    expect([broken.status, broken.body.code]).toEqual([400, 'request.malformed']);
    const endless = await supertest(server())
      .post('/api/session')
      .send({ email: 'a'.repeat(300_000), password: 'x' });
    expect([endless.status, endless.body.code]).toEqual([413, 'request.too_large']);
  });

  test('every answer carries the security headers, and names no server', async () => {
    const { headers } = await supertest(server()).get('/api/health');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect([headers.server, headers['x-powered-by']]).toEqual([undefined, undefined]);
  });
});

test('a validation fault names the path, never the value', async () => {
  const reply = await supertest(server()).post('/api/session').send({ email: '', password: 'secret-typed' });
  expect(reply.status).toBe(422);
  expect(reply.body.details.issues).toEqual([expect.objectContaining({ path: 'body.email' })]);
  expect(reply.text).not.toContain('secret-typed');
});

test('a fault of ours answers with an id that the log has too, and neither holds what was sent', async () => {
  const practice = await t.given.practice();
  const lea = await t.given.desk(practice);
  const patient = await t.given.patient(practice, { birthName: 'CANARI' });
  await t.owner.query('alter table appointment_event rename to hidden');
  const reply = await lea.post('/appointments', {
    resourceId: practice.martin.resourceId,
    motifId: practice.consultation,
    patientId: patient.id,
    day: '2026-03-03',
    startMin: 540,
    durationMin: 15,
    note: 'CANARI parle fort',
  });
  await t.owner.query('alter table hidden rename to appointment_event');
  expect([reply.status, reply.body.code]).toEqual([500, 'server.failed']);
  expect(reply.body.errorId).toMatch(/^[0-9A-F]{8}$/);
  const log = t.logLines.join('');
  expect(log).toContain(reply.body.errorId);
  expect(log + reply.text).not.toContain('CANARI');
});
