import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';
import { type Endpoint, pathOf } from '@pupitre/shared/contract/endpoint';
import supertest from 'supertest';
import type { Desk } from '../desk.js';
import type { GivenPractice } from '../given.js';
import { givenSeenVisit, type SeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

/** Words and digits that exist nowhere else: wherever they turn up, they have leaked. */
const canaries = ['ZZCANARI', 'zzcanari', '639987654', '06 39 98 76 54', '1912-11-23'];
const person = {
  ...{ birthName: 'ZZCANARI', firstName: 'Zzcanari', sex: 'F', birthDate: '1912-11-23', phone: '06 39 98 76 54' },
  ...{ email: 'zzcanari@exemple.fr', street: '1 rue ZZCANARI', headsUp: 'ZZCANARI', teamNote: 'ZZCANARI' },
};

let t: TestApp;
let practice: GivenPractice;
let all: Desk;
let visit: SeenVisit;
beforeAll(async () => {
  t = await startTestApp();
  practice = await t.given.practice();
  all = await t.given.desk(practice, ['secretary', 'coordinator', 'practitioner'], {
    practitionerId: practice.martin.practitionerId,
  });
  visit = await givenSeenVisit(t, practice, all, {
    patient: { birthName: 'ZZCANARI', firstName: 'Zzcanari', birthDate: '1912-11-23', phone: '+33639987654' },
  });
});
afterAll(() => t.close());

const leaked = (text: string) => canaries.filter((canary) => text.includes(canary));
const everythingLogged = () => t.logLines.join('');

/** A call whose every place holds a canary; `params` stand in for what must be real to get further. */
function call(endpoint: Endpoint, params: Record<string, string>, body: unknown, version: number) {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const filled = Object.fromEntries(names.map((name) => [name, params[name] ?? 'ZZCANARI']));
  const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const request = supertest(t.app.getHttpServer())
    [method](`/api${pathOf(endpoint, filled)}`)
    .query({ text: 'ZZCANARI\u0001', day: 'ZZCANARI' })
    .set({ cookie: all.cookie, 'idempotency-key': randomUUID(), 'if-match': `"${version}"` });
  return method === 'get' || method === 'delete' ? request : request.send(body as object);
}

const ended = ['session.sign_out', 'session.lock', 'live.listen'];

describe.each(allEndpoints.filter(({ id }) => !ended.includes(id)))('$id', (endpoint) => {
  const somewhere = () => ({ practiceId: practice.id, appointmentId: visit.id, patientId: visit.patient.id });

  test.each([
    ['ids that are none', () => ({ practiceId: practice.id }), person],
    ['a wrong shape', somewhere, { ...person, startMin: 'ZZCANARI', text: ['ZZCANARI'], ZZCANARI: 'ZZCANARI' }],
    ['an old version', somewhere, person],
  ])('%s: neither the answer nor the log repeats what was sent', async (_, params, body) => {
    const reply = await call(endpoint, params(), body, 99);
    if (reply.status >= 400) expect([reply.status, leaked(reply.text)]).toEqual([reply.status, []]);
    expect(leaked(JSON.stringify(reply.headers))).toEqual([]);
  });
});

test('refusals about the patient in hand name her by id', async () => {
  const slot = { resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: visit.patient.id };
  const taken = await all.post('/appointments', {
    ...slot,
    day: '2026-03-02',
    startMin: 560,
    durationMin: 15,
    note: 'ZZCANARI',
  });
  const twin = await all.post('/patients', { ...person, sex: 'M' });
  const stale = await all.put(`/patients/${visit.patient.id}`, person, 9);
  const refused = await all.act(`${visit.path}/status`, 3, { to: 'arrived' });
  expect([taken.status, twin.status, stale.status, refused.status]).toEqual([409, 409, 412, 409]);
  for (const { text } of [taken, twin, stale, refused]) expect(leaked(text)).toEqual([]);
});

test('faults of ours at the end of every kind of write say nothing either', async () => {
  await t.owner.query('alter table audit_event rename to hidden');
  const slot = { resourceId: practice.leroy.resourceId, motifId: practice.consultation, patientId: visit.patient.id };
  const replies = [
    await all.post('/appointments', { ...slot, day: '2026-03-03', startMin: 540, durationMin: 15, note: 'ZZCANARI' }),
    await all.post('/patients', { ...person, firstName: 'Autre', birthDate: '1913-01-01' }),
    await all.put(`/patients/${visit.patient.id}`, { ...person, street: 'ZZCANARI' }, 1),
    await all.put(`${visit.path}/charge`, { lines: [], thirdParty: 'full' }, 1),
    await all.act(`${visit.path}/invoice`, 1, { payments: [], outstandingReason: 'ZZCANARI' }),
    await all.get(`/patients/${visit.patient.id}`),
  ];
  await t.owner.query('alter table hidden rename to audit_event');
  expect(replies.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500, 503]);
  for (const { text } of replies) expect(leaked(text)).toEqual([]);
  for (const { body } of replies) expect(everythingLogged()).toContain(body.errorId);
});

test('and so does Postgres going away', async () => {
  await t.cutConnections();
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => all.post('/patients/search', { text: 'ZZCANARI' })),
  );
  for (const { status, text } of replies) if (status !== 200) expect(leaked(text)).toEqual([]);
});

test('after all this, nothing of a patient stands in the log, and every line is one of ours', () => {
  expect(leaked(everythingLogged())).toEqual([]);
  const keys = new Set(t.logLines.flatMap((line) => Object.keys(JSON.parse(line))));
  const allowed = [
    'level',
    'time',
    'pid',
    'hostname',
    'msg',
    'requestId',
    'method',
    'route',
    'status',
    'ms',
    'accountId',
  ];
  expect(
    [...keys].filter((key) => ![...allowed, 'errorId', 'sqlState', 'constraint', 'errorName', 'stack'].includes(key)),
  ).toEqual([]);
  expect(t.logLines.length).toBeGreaterThan(100);
});

test('the description of the routes is open in the demo only', async () => {
  const page = (app: TestApp) => supertest(app.app.getHttpServer()).get('/api/openapi.json');
  const practiceOnly = await startTestApp({ demo: false });
  const shown = [(await page(t)).status, (await page(practiceOnly)).status];
  const signIns = await supertest(practiceOnly.app.getHttpServer()).get('/api/installation');
  await practiceOnly.close();
  expect(shown).toEqual([200, 401]);
  expect(signIns.body).toEqual({ demo: false, signIns: [] });
});
