import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { Desk } from '../../../test/desk.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let passwordHash: string;
beforeAll(async () => {
  t = await startTestApp();
  passwordHash = await hash('pupitre-demo', { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 });
});
afterAll(() => t.close());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Signs the person of a desk in once more, as another computer would. */
async function elsewhere(desk: Desk, userAgent = firefox): Promise<Desk> {
  const { rows } = await t.owner.query('update app.account set password_hash = $2 where id = $1 returning email', [
    desk.accountId,
    passwordHash,
  ]);
  const reply = await supertest(t.app.getHttpServer())
    .post('/api/session')
    .set('user-agent', userAgent)
    .send({ email: rows[0].email, password: 'pupitre-demo' });
  const [, token = ''] = /__Host-pupitre=([\w-]+)/.exec(reply.headers['set-cookie']?.[0] ?? '') ?? [];
  return new Desk(t.app.getHttpServer(), token, desk.practiceId, desk.accountId, desk.displayName);
}

interface Row {
  id: string;
  browser: string | null;
  system: string | null;
  state: string;
  thisOne: boolean;
}
const sessionsOf = async (desk: Desk): Promise<Row[]> => (await desk.raw('get', '/session/sessions')).body.sessions;
const stateOf = async (desk: Desk): Promise<string> => {
  const { body } = await desk.get('/setup');
  return body.code ?? 'open';
};
const eventsOf = async (accountId: string): Promise<string[]> => {
  const { rows } = await t.owner.query('select kind from app.access_event where account_id = $1 order by at', [
    accountId,
  ]);
  return rows.map(({ kind }) => kind);
};

describe('one’s own sessions', () => {
  test('are told by family of browser and system, with this one marked, and no secret', async () => {
    const { lea, sonia } = await t.given.deskWithTwoSecretaries();
    const office = await elsewhere(lea);
    await elsewhere(lea, 'curl/8.5.0');
    const reply = await office.raw('get', '/session/sessions');
    expect(reply.body.sessions).toMatchObject([
      { browser: null, system: null, thisOne: false, state: 'active' },
      { browser: 'firefox', system: 'windows', thisOne: true, state: 'active' },
      { browser: null, system: null, thisOne: false, state: 'active' },
    ]);
    const secret = createHash('sha256').update(office.token).digest('hex');
    expect(reply.text).not.toContain(secret);
    expect(reply.text).not.toContain(office.token);
    expect(await sessionsOf(sonia)).toHaveLength(1);
  });

  test('end one by one, at once, and leave a trace', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const office = await elsewhere(lea);
    const other = (await sessionsOf(lea)).find(({ thisOne }) => !thisOne);
    expect((await lea.raw('delete', `/session/sessions/${other?.id}`)).status).toBe(204);
    expect([await stateOf(office), await stateOf(lea)]).toEqual(['session.ended', 'open']);
    expect(await sessionsOf(lea)).toHaveLength(1);
    expect(await eventsOf(lea.accountId)).toEqual(['session.signed_in', 'session.revoked']);
    expect((await lea.raw('delete', `/session/sessions/${other?.id}`)).status).toBe(404);
  });

  test('end all but this one, a locked one too', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const [office, home] = [await elsewhere(lea), await elsewhere(lea)];
    await office.raw('post', '/session/lock');
    expect((await sessionsOf(lea)).map(({ state }) => state).sort()).toEqual(['active', 'active', 'locked']);
    expect((await lea.raw('delete', '/session/sessions')).body).toEqual({ ended: 2 });
    expect([await stateOf(office), await stateOf(home), await stateOf(lea)]).toEqual([
      'session.ended',
      'session.ended',
      'open',
    ]);
    expect((await lea.raw('delete', '/session/sessions')).body).toEqual({ ended: 0 });
  });

  test('are nobody else’s to see or to end, and none of a locked desk’s', async () => {
    const { lea, sonia } = await t.given.deskWithTwoSecretaries();
    const [hers] = await sessionsOf(lea);
    expect((await sonia.raw('delete', `/session/sessions/${hers?.id}`)).status).toBe(404);
    expect((await sonia.raw('delete', `/session/sessions/${uuid()}`)).status).toBe(404);
    expect(await stateOf(lea)).toBe('open');
    await lea.raw('post', '/session/lock');
    expect((await lea.raw('get', '/session/sessions')).body.code).toBe('session.locked');
    expect((await lea.raw('delete', '/session/sessions')).body.code).toBe('session.locked');
  });
});

describe('an administrator', () => {
  test('ends every session of a member of her practice; the journal says who did', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const office = await elsewhere(lea);
    const admin = await t.given.desk(practice, ['admin'], { name: 'Anne VIDAL' });
    expect((await admin.delete(`/members/${lea.accountId}/sessions`)).body).toEqual({ ended: 2 });
    expect([await stateOf(lea), await stateOf(office), await stateOf(admin)]).toEqual([
      'session.ended',
      'session.ended',
      'open',
    ]);
    const { rows } = await t.given.within(practice, () =>
      t.owner.query(`select account_id, subject_id from audit_event where practice_id = $1 and action = $2`, [
        practice.id,
        'member.revoke_sessions',
      ]),
    );
    expect(rows).toEqual([{ account_id: admin.accountId, subject_id: lea.accountId }]);
  });

  test('reaches nobody of another practice; a secretary nobody at all', async () => {
    const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
    const elsewhereAdmin = await t.given.desk(await t.given.practice(), ['admin']);
    expect((await elsewhereAdmin.delete(`/members/${lea.accountId}/sessions`)).body).toEqual({ ended: 0 });
    const across = await elsewhereAdmin.raw('delete', `/practices/${practice.id}/members/${lea.accountId}/sessions`);
    expect(across.status).toBe(404);
    expect((await sonia.delete(`/members/${lea.accountId}/sessions`)).status).toBe(403);
    expect(await stateOf(lea)).toBe('open');
  });

  test('no longer reaches somebody who left', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const admin = await t.given.desk(practice, ['admin']);
    const { practice: other } = await t.given.deskWithTwoSecretaries();
    await t.owner.query(
      `with left_here as (update membership set ends_on = current_date - 1 where account_id = $1)
       insert into membership (practice_id, id, account_id, roles) values ($2, gen_random_uuid(), $1, '{secretary}')`,
      [lea.accountId, other.id],
    );
    expect((await admin.delete(`/members/${lea.accountId}/sessions`)).body).toEqual({ ended: 0 });
    expect((await lea.raw('get', '/session')).body.state).toBe('active');
  });

  test('is checked by the database too: a member without the role ends nothing by SQL', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const { rows } = await t.given.within({ id: practice.id, sessionHash: hashOf(lea) }, () =>
      t.owner.query('select app.revoke_member_sessions($1)', [lea.accountId]),
    );
    expect([rows, await stateOf(lea)]).toEqual([[], 'open']);
  });
});

const hashOf = (desk: Desk): string => createHash('sha256').update(desk.token).digest('hex');
