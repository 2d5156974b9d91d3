import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { starterMotifsFor } from '@pupitre/shared/fr/starter-motifs';
import { generateFiness, generateRpps, generateSiren } from '@pupitre/shared/identity/checks';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { Desk } from '../../../test/desk.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ demo: false });
});
afterAll(() => t.close());

/** Somebody who was asked to found a practice, signed in. */
async function founder() {
  const token = randomBytes(32).toString('base64url');
  await t.owner.query('select app.invite_admin($1, $2, $3, $4, $5, null)', [
    createHash('sha256').update(token).digest(),
    uuid(),
    `claire.${uuid()}@cabinet.fr`,
    'Claire MOREAU',
    'CM',
  ]);
  const opened = await supertest(t.app.getHttpServer())
    .post('/api/invitations/accept')
    .send({ token, password: 'la pluie tombe sur Lille', person: null })
    .expect(200);
  const cookie = /__Host-pupitre=([\w-]+)/.exec(opened.headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
  return { email: opened.body.account.email as string, cookie, accountId: opened.body.account.id as string };
}

const weekdays = [1, 2, 3, 4, 5].map((isodow) => ({ isodow, startMin: 540, endMin: 720 }));
const motifs = starterMotifsFor(['general_practitioner']).map(({ professions: _, usual: __, ...motif }) => ({
  ...motif,
  usualActs: [...motif.usualActs],
  seats: [0],
}));

function form(change: object = {}) {
  return {
    practice: {
      name: 'Cabinet du Port',
      street: '3 quai des Salines',
      postalCode: '97400',
      city: 'Saint-Denis',
      phone: '+33199004321',
      finess: generateFiness(1),
      zone: 'Indian/Reunion',
      holidayZone: 'FR-RE',
      tariffZone: '974',
    },
    practitioners: [
      {
        title: 'dr',
        firstName: 'Hélène',
        lastName: 'Martin',
        profession: 'general_practitioner',
        rpps: generateRpps(1),
        siren: generateSiren(1),
        hours: weekdays,
      },
      {
        title: 'none',
        firstName: 'Paul',
        lastName: 'Roux',
        profession: 'physiotherapist',
        rpps: '',
        siren: '',
        hours: [],
      },
    ],
    motifs,
    founder: { atTheDesk: true, seat: 1 },
    members: [
      { displayName: 'Zoé PETIT', email: `zoe.${uuid()}@cabinet.fr`, roles: ['secretary'], seat: null },
      { displayName: 'Hélène MARTIN', email: `helene.${uuid()}@cabinet.fr`, roles: ['practitioner'], seat: 0 },
    ],
    ...change,
  };
}

const found = (cookie: string, body: object) =>
  supertest(t.app.getHttpServer()).post('/api/setup').set('cookie', `__Host-pupitre=${cookie}`).send(body);
const practices = async () => (await t.owner.query('select count(*)::int as n from practice')).rows[0].n as number;

test('a whole practice stands at once, and its founder books there', async () => {
  const { cookie, accountId } = await founder();
  const { body } = await found(cookie, form()).expect(200);
  expect(body.links.map(({ displayName }: { displayName: string }) => displayName)).toEqual([
    'Zoé PETIT',
    'Hélène MARTIN',
  ]);
  const desk = new Desk(t.app.getHttpServer(), cookie, body.practiceId, accountId, 'Claire MOREAU');
  const session = await desk.raw('get', '/session').expect(200);
  const setup: PracticeSetup = (await desk.get('/setup').expect(200)).body;
  expect(session.body).toMatchObject({
    founding: null,
    memberships: [
      {
        practiceName: 'Cabinet du Port',
        zone: 'Indian/Reunion',
        roles: ['admin', 'secretary', 'coordinator', 'practitioner'],
        practitionerId: setup.practitioners[1]?.id,
      },
    ],
  });
  expect(setup.practice).toMatchObject({ street: '3 quai des Salines', holidayZone: 'FR-RE', phone: '+33199004321' });
  expect(setup.resources.map(({ name, shortName }) => [name, shortName])).toEqual([
    ['Dr Hélène MARTIN', 'Dr MARTIN'],
    ['Paul ROUX', 'Paul ROUX'],
  ]);
  expect(setup.openingRules).toHaveLength(5);
  const consultation = setup.motifs.find(({ name }) => name === 'Consultation');
  const home = setup.motifs.find(({ name }) => name === 'Visite à domicile');
  // VG has no known tariff in La Réunion.
  expect([consultation?.usualActs, home?.usualActs]).toEqual([['G'], []]);

  const { body: patient } = await desk
    .post('/patients', {
      birthName: 'Hoarau',
      firstName: 'Marie',
      sex: 'F',
      birthDate: '1990-04-12',
      phone: '0692999999',
    })
    .expect(201);
  const visit = {
    resourceId: setup.resources[0]?.id,
    motifId: consultation?.id,
    patientId: patient.id,
    day: '2026-03-03',
    startMin: 540,
    durationMin: 15,
    note: '',
  };
  await desk.post('/appointments', visit).expect(201);
});

test('links of the founding open the practice, in the right roles', async () => {
  const { cookie } = await founder();
  const { body } = await found(cookie, form()).expect(200);
  const doctor = body.links[1];
  const opened = await supertest(t.app.getHttpServer())
    .post('/api/invitations/accept')
    .send({ token: doctor.token, password: 'la pluie tombe sur Lille', person: null })
    .expect(200);
  expect(opened.body.memberships).toMatchObject([{ practiceId: body.practiceId, roles: ['practitioner'] }]);
  expect(opened.body.memberships[0].practitionerId).not.toBeNull();
});

test('clicked twice, it is written once; later it is refused', async () => {
  const { cookie } = await founder();
  const before = await practices();
  const replies = await Promise.all([found(cookie, form()), found(cookie, form())]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('setup.already_done');
  expect((await found(cookie, form())).body.code).toBe('setup.already_done');
  expect(await practices()).toBe(before + 1);
});

test('all or nothing: one person who cannot be invited, and no practice stands', async () => {
  const { cookie, email } = await founder();
  const before = await practices();
  const members = [{ displayName: 'Claire MOREAU', email, roles: ['secretary'], seat: null }];
  const refused = await found(cookie, form({ members }));
  expect([refused.status, refused.body.code]).toEqual([409, 'member.own_access']);
  expect(await practices()).toBe(before);
  await found(cookie, form()).expect(200);
});

test('nobody else founds a practice: not a member, not a stranger', async () => {
  const practice = await t.given.practice();
  const admin = await t.given.desk(practice, ['admin']);
  expect((await admin.raw('post', '/setup', form())).body.code).toBe('setup.already_done');
  await t.owner.query('delete from membership where account_id = $1', [admin.accountId]);
  expect((await admin.raw('post', '/setup', form())).body.code).toBe('permission.denied');
  await supertest(t.app.getHttpServer()).post('/api/setup').send(form()).expect(401);
});

test('what only the founding may write is closed once it is over', async () => {
  const { cookie } = await founder();
  const { body } = await found(cookie, form()).expect(200);
  const hash = createHash('sha256').update(cookie).digest('hex');
  await t.given.within({ id: body.practiceId, sessionHash: hash }, async () => {
    const { rows } = await t.owner.query(
      `select app.seat_founder(array['admin', 'practitioner'], null) as seated,
              app.add_billing_entity($1, $1, 'x', '') as added`,
      [uuid()],
    );
    expect(rows[0]).toEqual({ seated: false, added: false });
  });
});

test.each([
  ['a wrong RPPS', { practitioners: [{ ...form().practitioners[0], rpps: '10999990011' }] }, 'practitioners.0.rpps'],
  ['a wrong SIREN', { practitioners: [{ ...form().practitioners[0], siren: '999000001' }] }, 'practitioners.0.siren'],
  [
    'hours that overlap',
    { practitioners: [{ ...form().practitioners[0], hours: [weekdays[0], weekdays[0]] }] },
    'practitioners.0.hours',
  ],
  ['a motif of nobody', { motifs: [{ ...motifs[0], seats: [2] }] }, ''],
  ['a motif twice', { motifs: [motifs[0], motifs[0]] }, 'motifs'],
  [
    'a doctor who is nobody',
    { members: [{ displayName: 'Zoé PETIT', email: 'z@c.fr', roles: ['practitioner'], seat: null }] },
    'members.0.seat',
  ],
  [
    'no address',
    { members: [{ displayName: 'Zoé PETIT', email: 'zoe', roles: ['secretary'], seat: null }] },
    'members.0.email',
  ],
  ['no practitioner', { practitioners: [] }, 'practitioners'],
])('%s is refused at its field', async (_, change, path) => {
  const { cookie } = await founder();
  const refused = await found(cookie, form({ founder: { atTheDesk: true, seat: null }, members: [], ...change }));
  expect(refused.status).toBe(422);
  const paths = refused.body.details.issues.map((issue: { path: string }) => issue.path);
  expect(paths.some((each: string) => each === (path ? `body.${path}` : 'body'))).toBe(true);
});
