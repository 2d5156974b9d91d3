import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
afterEach(() => t.owner.query('delete from app.sign_in_failure'));

const password = 'la pluie tombe sur Lille';
const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest();
const post = (path: string, body: object) => supertest(t.app.getHttpServer()).post(`/api${path}`).send(body);
const accept = (token: string, change: object = {}) =>
  post('/invitations/accept', { token, password, person: null, ...change });
const cookieOf = (reply: supertest.Response) => reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';

async function inviteAdmin(email = `claire.${uuid()}@cabinet.fr`, practice: string | null = null) {
  const token = newToken();
  const { rows } = await t.owner.query('select app.invite_admin($1, $2, $3, $4, $5, $6) as answer', [
    hashOf(token),
    uuid(),
    email,
    'Claire MOREAU',
    'CM',
    practice,
  ]);
  return { token, email, answer: rows[0].answer as string };
}

describe('a link', () => {
  test('tells whose it is, sets the password once and signs in', async () => {
    const { token, email } = await inviteAdmin();
    const read = await post('/invitations/read', { token }).expect(200);
    expect(read.body).toEqual({ person: { displayName: 'Claire MOREAU', email }, practiceName: null });
    const opened = await accept(token).expect(200);
    expect(opened.body).toMatchObject({
      account: { email, initials: 'CM' },
      memberships: [],
      founding: { practiceName: '' },
    });
    expect(cookieOf(opened)).toMatch(/^__Host-pupitre=/);
    expect((await accept(token)).body.code).toBe('invitation.used');
    expect((await post('/invitations/read', { token })).body.code).toBe('invitation.used');
    await post('/session', { email, password }).expect(200);
  });

  test('opens for one of two who click at once', async () => {
    const { token } = await inviteAdmin();
    const replies = await Promise.all([accept(token), accept(token)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('ends after 24 hours', async () => {
    const { token } = await inviteAdmin();
    const { rows } = await t.owner.query(
      `select expires_at - created_at = interval '24 hours' as day from app.invitation where token_hash = $1`,
      [hashOf(token)],
    );
    expect(rows[0].day).toBe(true);
    await t.owner.query('update app.invitation set expires_at = now() where token_hash = $1', [hashOf(token)]);
    const refused = await accept(token);
    expect([refused.status, refused.body.code]).toEqual([409, 'invitation.expired']);
  });

  test('is void once another was given; a lost password ends the sessions it had opened', async () => {
    const first = await inviteAdmin();
    const cookie = cookieOf(await accept(first.token));
    const second = await inviteAdmin(first.email);
    const third = await inviteAdmin(first.email);
    expect([first.answer, second.answer, third.answer]).toEqual(['founding', 'renewed', 'renewed']);
    expect((await accept(second.token)).body.code).toBe('invitation.expired');
    await accept(third.token, { password: 'un autre mot de passe' }).expect(200);
    const before = await supertest(t.app.getHttpServer()).get('/api/session').set('cookie', cookie);
    expect(before.body.code).toBe('session.ended');
    expect((await post('/session', { email: first.email, password })).status).toBe(401);
  });

  test('is stored as a hash, and stands in no line of the log', async () => {
    const { token } = await inviteAdmin();
    await accept(token).expect(200);
    const { rows } = await t.owner.query('select * from app.invitation');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(t.logLines.join('')).not.toContain(token);
    expect(t.logLines.join('')).not.toContain(password);
  });

  test('nobody was given is unknown, and guessing is made to wait', async () => {
    for (let tries = 0; tries < 21; tries += 1) {
      expect((await post('/invitations/read', { token: newToken() })).body.code).toBe('invitation.unknown');
    }
    const blocked = await accept(newToken());
    expect([blocked.status, blocked.body.code]).toEqual([429, 'session.too_many_attempts']);
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(0);
    expect((await post('/session', { email: 'x@y.fr', password })).status).toBe(429);
  });

  test('of a closed account is unknown', async () => {
    const { token, email } = await inviteAdmin();
    await t.owner.query('update app.account set disabled_at = now() where email = $1', [email]);
    expect((await accept(token)).body.code).toBe('invitation.unknown');
    expect((await inviteAdmin(email)).answer).toBe('disabled');
  });
});

test.each([
  ['onze signes', 'too_short'],
  ['pupitre-demo', 'public'],
  ['aaaaaaaaaaaaaa', 'too_plain'],
])('the password « %s » is refused, and the link stays good', async (weak, reason) => {
  const { token } = await inviteAdmin();
  const refused = await accept(token, { password: weak });
  expect([refused.status, refused.body]).toEqual([
    422,
    { type: 'about:blank', status: 422, code: 'session.password_refused', details: { reason } },
  ]);
  await accept(token).expect(200);
});

test('an invited account has no password that opens it before its link was used', async () => {
  const { email } = await inviteAdmin();
  for (const tried of ['', ' ', password]) {
    expect((await post('/session', { email, password: tried })).status).not.toBe(200);
  }
});

describe('at the terminal', () => {
  test('an existing person who administers nothing gets no link', async () => {
    const practice = await t.given.practice();
    const lea = await t.given.desk(practice, ['secretary']);
    const { rows } = await t.owner.query('select email from app.account where id = $1', [lea.accountId]);
    expect((await inviteAdmin(rows[0].email)).answer).toBe('not_admin');
  });

  test('a named practice gets an administrator, or is to be founded; a name that two bear gets none', async () => {
    const practice = await t.given.practice();
    await t.owner.query(`update practice set name = 'Cabinet du Port' where practice_id = $1`, [practice.id]);
    const claire = await inviteAdmin(undefined, 'Cabinet du Nord');
    expect(claire.answer).toBe('founding');
    expect((await accept(claire.token)).body.founding).toEqual({ practiceName: 'Cabinet du Nord' });
    const { token, answer } = await inviteAdmin(undefined, 'cabinet du port');
    expect(answer).toBe('joining');
    const opened = await accept(token).expect(200);
    expect(opened.body.memberships).toMatchObject([{ practiceId: practice.id, roles: ['admin'] }]);
    expect(opened.body.founding).toBeNull();
    expect((await inviteAdmin(opened.body.account.email, 'Cabinet du Nord')).answer).toBe('unknown_practice');
    const other = await t.given.practice();
    await t.owner.query(`update practice set name = 'Cabinet du Port' where practice_id = $1`, [other.id]);
    expect((await inviteAdmin(undefined, 'Cabinet du Port')).answer).toBe('same_names');
  });

  test.each([
    'app.invite_first(bytea)',
    'app.invite_admin(bytea, uuid, text, text, text, text)',
    'app.give_link(uuid, bytea, uuid)',
  ])('the application’s role cannot call %s', async (signature) => {
    const { rows } = await t.owner.query(`select has_function_privilege('pupitre_app', $1, 'execute') as may`, [
      signature,
    ]);
    expect(rows[0].may).toBe(false);
  });
});

describe('the link of an installation nobody uses yet', () => {
  let empty: TestApp;
  beforeAll(async () => {
    empty = await startTestApp({ demo: false });
  });
  afterAll(() => empty.close());

  const first = async () => {
    const token = newToken();
    const { rows } = await empty.owner.query('select app.invite_first($1) as answer', [hashOf(token)]);
    return { token, answer: rows[0].answer as string };
  };
  const open = (token: string, person: object | null) =>
    supertest(empty.app.getHttpServer()).post('/api/invitations/accept').send({ token, password, person });

  test('asks who she is, makes her account, and is the last of its kind', async () => {
    const stale = await first();
    const { token } = await first();
    const read = await supertest(empty.app.getHttpServer()).post('/api/invitations/read').send({ token });
    expect(read.body).toEqual({ person: null, practiceName: null });
    expect((await open(token, null)).body.details.issues[0].path).toBe('body.person');
    expect((await open(stale.token, { displayName: 'Claire MOREAU', email: 'c@c.fr' })).status).toBe(409);
    const opened = await open(token, { displayName: 'Claire MOREAU', email: 'Claire@Cabinet.fr' }).expect(200);
    expect(opened.body).toMatchObject({
      account: { email: 'claire@cabinet.fr', initials: 'CM' },
      founding: { practiceName: '' },
    });
    expect((await first()).answer).toBe('taken');
  });

  test('a demonstration gives none', async () => {
    await empty.owner.query(`update app.installation set mode = 'demo'`);
    expect((await first()).answer).toBe('demo');
    await empty.owner.query(`update app.installation set mode = 'production'`);
  });
});
