import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import type { Desk } from '../../../test/desk.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const password = 'la pluie tombe sur Lille';
const access = (change: object = {}) => ({
  roles: ['secretary'],
  practitionerId: null,
  lentResourceIds: null,
  endsOn: null,
  ...change,
});
const person = (change: object = {}) => ({
  displayName: 'Zoé PETIT',
  email: `zoe.${uuid()}@cabinet.fr`,
  ...access(),
  ...change,
});
const stepUp = (desk: Desk) =>
  t.owner.query('update app.session set stepped_up_at = now() where account_id = $1', [desk.accountId]);
const accept = (token: string) =>
  supertest(t.app.getHttpServer()).post('/api/invitations/accept').send({ token, password, person: null });
const membersOf = async (desk: Desk) => (await desk.get('/members').expect(200)).body.members;

async function practiceWithAdmin() {
  const practice = await t.given.practice();
  const admin = await t.given.desk(practice, ['admin'], { name: 'Claire MOREAU' });
  await stepUp(admin);
  return { practice, admin };
}

test('an administrator lets somebody in: the link works once, and she is of the practice', async () => {
  const { practice, admin } = await practiceWithAdmin();
  const zoe = person({ roles: ['secretary', 'coordinator'] });
  const { body } = await admin.post('/members', zoe).expect(200);
  expect(body.link.token).toMatch(/^[\w-]{43}$/);
  const listed = (await membersOf(admin)).find(({ email }: { email: string }) => email === zoe.email);
  expect(listed).toMatchObject({ roles: zoe.roles, hasPassword: false, hasEnded: false });
  expect(new Date(listed.linkExpiresAt).getTime()).toBeGreaterThan(Date.now());
  const opened = await accept(body.link.token).expect(200);
  expect(opened.body.memberships).toMatchObject([{ practiceId: practice.id, roles: zoe.roles }]);
  expect((await admin.post('/members', zoe)).body.code).toBe('member.already');
});

describe('the password must have been typed again', () => {
  test.each([
    ['post', '/members'],
    ['put', `/members/${uuid()}`],
    ['delete', `/members/${uuid()}`],
    ['post', `/members/${uuid()}/link`],
  ] as const)('%s %s', async (method, path) => {
    const practice = await t.given.practice();
    const admin = await t.given.desk(practice, ['admin']);
    const reply = await admin.raw(method, `/practices/${practice.id}${path}`, {});
    expect([reply.status, reply.body.code]).toEqual([403, 'session.step_up_required']);
  });
});

test('nobody changes her own access: an administrator does not become a practitioner by her own hand', async () => {
  const { practice, admin } = await practiceWithAdmin();
  const own = (await membersOf(admin)).find(({ accountId }: { accountId: string }) => accountId === admin.accountId);
  const practitioner = access({ roles: ['admin', 'practitioner'], practitionerId: practice.martin.practitionerId });
  for (const reply of [
    await admin.put(`/members/${own.id}`, practitioner),
    await admin.delete(`/members/${own.id}`),
    await admin.post(`/members/${own.id}/link`),
    await admin.post('/members', { ...practitioner, displayName: 'Claire', email: own.email }),
  ]) {
    expect([reply.status, reply.body.code]).toEqual([409, 'member.own_access']);
  }
});

test('roles change at once, and a practitioner’s role names its practitioner', async () => {
  const { practice, admin } = await practiceWithAdmin();
  const lea = await t.given.desk(practice, ['secretary']);
  const { id } = (await membersOf(admin)).find((each: { accountId: string }) => each.accountId === lea.accountId);
  await lea.post('/motifs', {}).expect(403);
  await admin.put(`/members/${id}`, access({ roles: ['coordinator'] })).expect(204);
  await lea.post('/motifs', {}).expect(422);
  await admin.put(`/members/${id}`, access({ roles: ['practitioner'] })).expect(422);
  await admin.put(`/members/${id}`, access({ practitionerId: practice.martin.practitionerId })).expect(422);
  const doctor = access({ roles: ['practitioner'], practitionerId: practice.martin.practitionerId });
  await admin.put(`/members/${id}`, doctor).expect(204);
  const { body } = await lea.raw('get', '/session');
  expect(body.memberships[0]).toMatchObject({ practitionerId: practice.martin.practitionerId });
});

test('a remote secretary gets columns of the practice only', async () => {
  const { practice, admin } = await practiceWithAdmin();
  const { practice: other } = await practiceWithAdmin();
  const remote = (resourceId: string) => person({ roles: ['remote_secretary'], lentResourceIds: [resourceId] });
  await admin.post('/members', remote(other.martin.resourceId)).expect(404);
  await admin.post('/members', remote(practice.martin.resourceId)).expect(200);
  const doctor = { roles: ['practitioner'], practitionerId: other.martin.practitionerId };
  await admin.post('/members', person(doctor)).expect(404);
});

test('an access that ends, ends at once; given again, it is the same person’s', async () => {
  const { practice, admin } = await practiceWithAdmin();
  const lea = await t.given.desk(practice, ['secretary'], { name: 'Léa BERNARD' });
  const { id, email } = (await membersOf(admin)).find(
    (each: { accountId: string }) => each.accountId === lea.accountId,
  );
  await lea.get('/setup').expect(200);
  await admin.delete(`/members/${id}`).expect(204);
  expect((await lea.get('/setup')).body.code).toBe('session.ended');
  expect((await membersOf(admin)).find((each: { id: string }) => each.id === id)).toMatchObject({ hasEnded: true });
  await admin.post(`/members/${id}/link`).expect(404);
  await admin.post('/members', person({ email })).expect(200);
  const again = (await membersOf(admin)).find((each: { email: string }) => each.email === email);
  expect(again).toMatchObject({ id, hasEnded: false, displayName: 'Léa BERNARD' });
});

describe('somebody who works for two practices', () => {
  async function shared() {
    const here = await practiceWithAdmin();
    const there = await practiceWithAdmin();
    const nora = person({ displayName: 'Nora HADDAD', roles: ['remote_secretary'] });
    const { body } = await here.admin.post('/members', nora).expect(200);
    return { here, there, nora, token: body.link.token as string };
  }

  test('gets no link from the second, password or not: it would open the first', async () => {
    const { there, nora } = await shared();
    expect((await there.admin.post('/members', nora).expect(200)).body).toEqual({ link: null });
    const { id } = (await membersOf(there.admin)).find((each: { email: string }) => each.email === nora.email);
    const refused = await there.admin.post(`/members/${id}/link`);
    expect([refused.status, refused.body.code]).toEqual([409, 'member.belongs_elsewhere']);
  });

  test('is not reached by a link the first gave before the second let her in', async () => {
    const { here, there, nora, token } = await shared();
    await accept(token).expect(200);
    const { id } = (await membersOf(here.admin)).find((each: { email: string }) => each.email === nora.email);
    const { body: link } = await here.admin.post(`/members/${id}/link`).expect(200);
    expect((await there.admin.post('/members', nora).expect(200)).body).toEqual({ link: null });
    const refused = await accept(link.token);
    expect([refused.status, refused.body.code]).toEqual([409, 'invitation.expired']);
    const own = { email: nora.email, password };
    await supertest(t.app.getHttpServer()).post('/api/session').send(own).expect(200);
  });

  test('keeps her session where she still works when the other ends her access', async () => {
    const { here, there, nora, token } = await shared();
    await accept(token).expect(200);
    const signedIn = await supertest(t.app.getHttpServer()).post('/api/session').send({ email: nora.email, password });
    const cookie = signedIn.headers['set-cookie']?.[0] ?? '';
    await there.admin.post('/members', nora).expect(200);
    const { id } = (await membersOf(there.admin)).find((each: { email: string }) => each.email === nora.email);
    await there.admin.delete(`/members/${id}`).expect(204);
    const ask = (practiceId: string) =>
      supertest(t.app.getHttpServer()).get(`/api/practices/${practiceId}/setup`).set('cookie', cookie);
    expect([(await ask(here.practice.id)).status, (await ask(there.practice.id)).status]).toEqual([200, 404]);
  });
});

test('people of another practice are unknown, and nobody but an administrator reads the list', async () => {
  const { practice, admin } = await practiceWithAdmin();
  const { admin: stranger } = await practiceWithAdmin();
  const lea = await t.given.desk(practice, ['secretary', 'coordinator']);
  const { id } = (await membersOf(admin)).find((each: { accountId: string }) => each.accountId === lea.accountId);
  await stranger.put(`/members/${id}`, access()).expect(404);
  await stranger.delete(`/members/${id}`).expect(404);
  await stranger.post(`/members/${id}/link`).expect(404);
  await stranger.raw('get', `/practices/${practice.id}/members`).expect(404);
  await lea.get('/members').expect(403);
  expect(JSON.stringify(await membersOf(stranger))).not.toContain(id);
});

test('an act on a person is in the journal, with her membership', async () => {
  const { practice, admin } = await practiceWithAdmin();
  const lea = await t.given.desk(practice, ['secretary']);
  const { id } = (await membersOf(admin)).find((each: { accountId: string }) => each.accountId === lea.accountId);
  await admin.put(`/members/${id}`, access({ roles: ['nurse'] })).expect(204);
  const rows = await t.given.within(practice, async () => {
    const found = await t.owner.query(
      `select action, outcome from audit_event where practice_id = $1 and subject_id = $2`,
      [practice.id, id],
    );
    return found.rows;
  });
  expect(rows).toEqual([{ action: 'member.change', outcome: 'done' }]);
});
