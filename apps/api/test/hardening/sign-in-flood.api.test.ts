import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let passwordHash: string;
beforeAll(async () => {
  t = await startTestApp();
  passwordHash = await hash('pupitre-demo', { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 });
});
afterAll(() => t.close());

const signIn = (email: string, password: string) =>
  supertest(t.app.getHttpServer()).post('/api/session').send({ email, password });

async function account(): Promise<string> {
  const email = `${uuid()}@tilleuls.demo`;
  await t.owner.query(
    `insert into app.account (id, email, password_hash, display_name, initials) values ($1, $2, $3, 'Zoé', 'Z')`,
    [uuid(), email, passwordHash],
  );
  return email;
}

test('thirty wrong passwords at once neither block each other nor the desks', async () => {
  const { lea } = await t.given.deskWithTwoSecretaries();
  const flood = Array.from({ length: 30 }, (_, n) =>
    signIn(`nobody${n}@tilleuls.demo`, 'faux').then(({ status }) => status),
  );
  await new Promise((next) => setTimeout(next, 50));
  for (let reads = 0; reads < 5; reads += 1) {
    const askedAt = performance.now();
    expect((await lea.get('/setup')).status).toBe(200);
    expect(performance.now() - askedAt).toBeLessThan(2_000);
  }
  expect([...new Set(await Promise.all(flood))].every((status) => status === 401 || status === 429)).toBe(true);
});

test('guesses sent at once are counted like guesses sent one by one: the right one among them is not told', async () => {
  await t.owner.query('delete from app.sign_in_failure');
  const email = await account();
  const tries = [...Array.from({ length: 12 }, (_, n) => `faux-${n}`), 'pupitre-demo'];
  const replies = await Promise.all(tries.map((password) => signIn(email, password)));
  expect(replies.at(-1)?.body.code).toBe('session.too_many_attempts');
  expect(replies.filter(({ body }) => body.code === 'session.credentials_refused').length).toBeLessThanOrEqual(8);
  const { rows } = await t.owner.query(
    `select count(*)::int as opened from app.session s
    join app.account a on a.id = s.account_id where a.email = $1`,
    [email],
  );
  expect(rows[0].opened).toBe(0);
});

test('an unknown mail takes as long as a wrong password', async () => {
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 9; round += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      await t.owner.query('delete from app.sign_in_failure');
      const email = kind === 'known' ? await account() : `${uuid()}@tilleuls.demo`;
      const askedAt = performance.now();
      expect((await signIn(email, 'faux')).status).toBe(401);
      times[kind].push(performance.now() - askedAt);
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[4] ?? 0;
  const [known, unknown] = [median(times.known), median(times.unknown)];
  // The hash takes some hundred milliseconds; without the decoy the second would be a tenth of the first.
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test('a new session ends the one this browser had, and both are told in the journal of accesses', async () => {
  await t.owner.query('delete from app.sign_in_failure');
  const email = await account();
  const cookie = (reply: supertest.Response) => reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const first = cookie(await signIn(email, 'pupitre-demo'));
  const second = cookie(await signIn(email, 'pupitre-demo').set('cookie', first));
  const call = (method: 'get' | 'post' | 'delete', path: string, body?: object) =>
    supertest(t.app.getHttpServer())[method](`/api/session${path}`).set('cookie', second).send(body);
  expect((await supertest(t.app.getHttpServer()).get('/api/session').set('cookie', first)).body.code).toBe(
    'session.ended',
  );
  await call('post', '/lock');
  await call('post', '/lock');
  await call('post', '/unlock', { password: 'pupitre-demo' });
  await call('post', '/step-up', { password: 'pupitre-demo' });
  await call('delete', '');
  const { rows } = await t.owner.query(
    `select kind from app.access_event e join app.account a on a.id = e.account_id where a.email = $1 order by e.at, kind`,
    [email],
  );
  expect(rows.map(({ kind }) => kind)).toEqual([
    ...['session.signed_in', 'session.ended', 'session.signed_in', 'session.locked', 'session.unlocked'],
    ...['session.stepped_up', 'session.ended'],
  ]);
});
