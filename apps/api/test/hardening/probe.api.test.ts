import net from 'node:net';
import { afterAll, beforeAll, test } from '@jest/globals';
import supertest from 'supertest';
import { givenSeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function rawHttp(text: string): Promise<string> {
  const { port } = t.app.getHttpServer().address() as net.AddressInfo;
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let got = '';
    socket.on('data', (d) => {
      got += d;
    });
    socket.on('close', () => resolve(got));
    socket.on('error', () => resolve(`${got} ERR`));
    socket.end(text);
    setTimeout(() => socket.destroy(), 1500);
  });
}

const out: string[] = [];
const say = (name: string, r: { status: number; text?: string; headers?: Record<string, string> }) =>
  out.push(`${name.padEnd(50)} ${r.status} ${(r.text ?? '').slice(0, 160)}`);

test('probe', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const admin = await t.given.desk(practice, ['admin', 'secretary']);
  const patient = await t.given.patient(practice);
  const server = t.app.getHttpServer();
  const form = { birthName: 'ESSAI', firstName: 'Jean', sex: 'M', birthDate: '1980-01-01', withoutPhone: true, twinsSeen: true };
  const create = (over: object) => lea.post('/patients', { ...form, ...over });
  say('nul in name', await create({ birthName: 'ES\u0000SAI' }));
  say('lone surrogate name', await create({ birthName: 'ES\ud800SAI' }));
  say('bidi name', await create({ birthName: 'ES\u202eSAI' }));
  say('line separator', await create({ birthName: 'ES\u2028SAI' }));
  say('rtl name', await create({ birthName: 'محمد', firstName: 'علي' }));
  say('10000 name', await create({ birthName: 'A'.repeat(10_000) }));
  say('100 expand', await create({ birthName: 'ﷺ'.repeat(100) }));
  say('100 words', await create({ birthName: 'A '.repeat(50) }));
  say('sharp s', await create({ birthName: 'ß'.repeat(100) }));
  say('number as string', await lea.post('/appointments', { resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id, day: '2026-03-03', startMin: '540', durationMin: 15 }));
  for (const day of ['2026-02-30', '9999-12-31', '0000-01-01', '0001-01-01', '0100-01-01', '9999-12-30']) {
    say(`book ${day}`, await lea.post('/appointments', { resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id, day, startMin: 540, durationMin: 15 }));
    say(`day ${day}`, await lea.get(`/days/${day}`));
    say(`till ${day}`, await lea.get(`/till/${day}`));
    say(`acts ${day}`, await lea.get(`/acts?day=${day}`));
    say(`free ${day}`, await lea.post('/free-slots', { durationMin: 15, fromDay: day }));
    say(`free to ${day}`, await lea.post('/free-slots', { durationMin: 15, fromDay: '2026-03-03', toDay: day }));
    say(`late ${day}`, await lea.put(`/resources/${practice.martin.resourceId}/lateness`, { day, addMinutes: 5 }));
    say(`abs ${day}`, await lea.post('/absences', { resourceId: practice.martin.resourceId, fromDay: '2026-05-04', fromMin: 0, toDay: day, toMin: 1440, reason: 'leave', note: '' }));
    say(`birth ${day}`, await create({ birthDate: day }));
    say(`twins ${day}`, await lea.post('/patients/twins', { birthName: 'A', firstName: 'B', sex: 'F', birthDate: day }));
  }
  say('day after absence', await lea.get(`/setup`));
  const walk = (startMin: number, durationMin: number) => lea.post('/appointments', { resourceId: practice.leroy.resourceId, motifId: practice.consultation, patientId: patient.id, day: '2026-03-02', startMin, durationMin, walkIn: true });
  say('walkin 1440', await walk(1440, 15));
  say('walkin 1435+30', await walk(1435, 30));
  say('walkin 1439+720', await walk(1439, 720));
  say('cheque surrogate', { status: 0 });
  const visit = await givenSeenVisit(t, practice, lea);
  say('invoice surrogate', await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'cheque', cents: 3000, chequeBank: '\ud800' }] }));
  say('invoice nul', await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'cheque', cents: 3000, chequeBank: '\u0000' }] }));
  say('invoice outstanding surrogate', await lea.act(`${visit.path}/invoice`, 1, { payments: [], outstandingReason: 'x\udc00' }));
  const b = await lea.post('/appointments', { resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id, day: '2026-03-04', startMin: 540, durationMin: 15, note: 'x\ud800' });
  say('book note surrogate', b);
  if (b.status === 201) say('cancel surrogate', await lea.act(`/appointments/${b.body.appointment.id}/cancel`, 1, { by: 'other', reason: 'x\ud800y' }));
  say('motif surrogate', await sonia.post('/motifs', { name: 'x\ud800', shortName: 's', minutes: 15, color: 'consult', place: 'practice', resourceIds: [practice.martin.resourceId], usualActs: ['\ud800'], active: true }));
  for (const v of ['1', '"1"', 'W/"1"', '99999999999999999999', '2147483648', '1e3', '0x10', '-1', '1.5', '*', '"1", "2"', 'Infinity', '""', '9007199254740993']) {
    say(`if-match ${v}`, await sonia.put(`/motifs/${practice.consultation}`, { name: 'Consultation', shortName: 's', minutes: 15, color: 'consult', place: 'practice', resourceIds: [practice.martin.resourceId], usualActs: [], active: true }).set('if-match', v));
    say(`if-match hours ${v}`, await sonia.put(`/resources/${practice.leroy.resourceId}/opening-hours`, { hours: [] }).set('if-match', v));
    say(`if-match patient ${v}`, await lea.put(`/patients/${patient.id}`, form).set('if-match', v));
  }
  say('signin nul', await supertest(server).post('/api/session').send({ email: 'a\u0000b@c.fr', password: 'x' }));
  say('signin nul pw', await supertest(server).post('/api/session').send({ email: 'ab@c.fr', password: 'x\u0000' }));
  say('signin surrogate', await supertest(server).post('/api/session').send({ email: 'a\ud800b@c.fr', password: 'x\ud800' }));
  say('signin array', await supertest(server).post('/api/session').send([1]));
  say('twins nul', await lea.post('/patients/twins', { birthName: 'A', firstName: 'B', sex: 'F', birthDate: null, email: '\u0000', birthPlaceCode: '\u0000' }));
  say('search nul', await lea.post('/patients/search', { text: 'a\u0000' }));
  say('search surrogate', await lea.post('/patients/search', { text: 'dur\ud800' }));
  for (const text of ['%', "'", '~', ':', '\\', '__proto__', 'constructor', '٣٤٥', '₀₁', '0'.repeat(80), 'a '.repeat(39), 'abc '.repeat(20), '😀', 'ﷺ']) {
    const at = Date.now();
    say(`search ${text}`, await lea.post('/patients/search', { text, limit: 50 }));
    out.push(`   ${Date.now() - at} ms`);
  }
  say('communes nul', await lea.raw('get', '/communes?text=%00'));
  say('communes dup', await lea.raw('get', '/communes?text=a&text=b'));
  say('communes proto', await lea.raw('get', '/communes?text=li&__proto__[x]=1'));
  say('communes bad pct', await lea.raw('get', '/communes?text=%E0%A4%A'));
  say('dup day', await lea.get('/acts?day=2026-03-02&day=2026-03-03'));
  const json = (body: string) => supertest(server).post(`/api/practices/${practice.id}/patients`).set('cookie', lea.cookie).set('idempotency-key', Math.random().toString(36) + 'abcdefgh').set('content-type', 'application/json').send(body);
  say('deep json', await json(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
  const { twinsSeen: _, ...bare } = form;
  say('deep json valid', await json(`${JSON.stringify({ ...bare, birthName: 'PROFOND', twinsSeen: true }).slice(0, -1)},"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
  say('proto', await json('{"__proto__":{"x":1},"birthName":"A"}'));
  say('constructor', await json('{"constructor":{"prototype":{"x":1}},"birthName":"A"}'));
  say('huge', await json(JSON.stringify({ a: 'x'.repeat(300_000) })));
  say('not json', await json('{'));
  say('empty', await json(''));
  say('null', await json('null'));
  say('array', await json('[]'));
  say('form', await supertest(server).post(`/api/session`).type('form').send('a=b'));
  say('trailing slash', await lea.get('/days/2026-03-02/'));
  say('enc slash', await lea.get('/appointments/..%2F..%2Fsession'));
  say('%00 id', await lea.get('/appointments/%00'));
  say('%00 day', await lea.get('/days/%00'));
  say('%', await lea.get('/days/%'));
  say('bad url root', await supertest(server).get('/api/%zz/DUPONT'));
  say('long param', await lea.get(`/days/${'a'.repeat(500)}`));
  say('unknown', await lea.get('/nothing?name=DUPONT'));
  for (const method of ['HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PURGE', 'QUERY', 'FOO', 'CONNECT']) {
    out.push(`${method} ${(await rawHttp(`${method} /api/practices/${practice.id}/days/2026-03-02 HTTP/1.1\r\nhost: x\r\ncookie: ${lea.cookie}\r\nconnection: close\r\n\r\n`)).replaceAll('\r\n', ' | ').slice(0, 900)}`);
  }
  out.push(`bad header ${(await rawHttp(`GET /api/health HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n`)).slice(0, 300)}`);
  out.push(`big header ${(await rawHttp(`GET /api/health HTTP/1.1\r\nhost: x\r\ncookie: ${'a'.repeat(20000)}\r\n\r\n`)).slice(0, 300)}`);
  out.push(`head live ${(await rawHttp(`HEAD /api/practices/${practice.id}/live HTTP/1.1\r\nhost: x\r\ncookie: ${lea.cookie}\r\nconnection: close\r\n\r\n`)).slice(0, 300)}`);
  await t.owner.query(`update app.session set stepped_up_at = now()`);
  for (let n = 0; n < 6; n += 1) {
    const got = await rawHttp(`HEAD /api/practices/${practice.id}/exports/2026-03/factures.csv HTTP/1.1\r\nhost: x\r\ncookie: ${admin.cookie}\r\nconnection: close\r\n\r\n`);
    out.push(`HEAD export ${n} ${got.slice(0, 60)}`);
  }
  const after = await admin.get('/exports/2026-03/factures.csv').timeout(3000).catch((e: Error) => ({ status: 0, text: e.message }));
  say('export after HEADs', after);
  say('amount', await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'card', cents: -1 }] }));
  say('quantity', await lea.put(`${visit.path}/charge`, { lines: [{ code: 'G', quantity: -1 }], thirdParty: 'none' }, 1));
  say('cash given huge', await lea.act(`${visit.path}/invoice`, 1, { payments: [{ method: 'cash', cents: 3000, givenCents: 1e12 }] }));
  say('key short', await lea.post('/patients', form, 'x'));
  say('key weird', await lea.post('/patients', { ...form, birthName: 'CLEF' }, 'é'.repeat(20)));
  say('hours 42', await sonia.post(`/resources/${practice.leroy.resourceId}/opening-hours/effect`, { hours: Array.from({ length: 43 }, () => ({ isodow: 1, startMin: 0, endMin: 1 })) }));
  say('reuse', await lea.get('/setup'));
  console.log(out.join('\n'));
  console.log(t.logLines.filter((line) => line.includes('request failed')).join('\n'));
}, 120_000);
