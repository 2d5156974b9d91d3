import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import type { Desk } from '../desk.js';
import type { GivenPatient, GivenPractice } from '../given.js';
import { givenSeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let practice: GivenPractice;
let lea: Desk;
let sonia: Desk;
let patient: GivenPatient;
beforeAll(async () => {
  t = await startTestApp();
  ({ practice, lea, sonia } = await t.given.deskWithTwoSecretaries());
  patient = await t.given.patient(practice);
});
/** Whatever was sent, nothing of it was a fault of ours. */
afterAll(async () => {
  expect(t.logLines.filter((line) => line.includes('request failed'))).toEqual([]);
  await t.close();
});

const person = { birthName: 'ESSAI', firstName: 'Jean', sex: 'M', birthDate: '1980-01-01', withoutPhone: true };
const slot = (overrides: object = {}) => ({
  ...{ resourceId: practice.martin.resourceId, motifId: practice.consultation, patientId: patient.id },
  ...{ day: '2026-03-03', startMin: 540, durationMin: 15, ...overrides },
});
const lone = 'x\uD800y';

describe('texts no database can keep', () => {
  test.each([
    ['a sign-in', () => lea.raw('post', '/session', { email: 'a\0@b.fr', password: 'x' })],
    ['a name', () => lea.post('/patients', { ...person, birthName: 'ES\0SAI' })],
    ['half a character in a name', () => lea.post('/patients', { ...person, firstName: lone })],
    ['a name that turns the line round', () => lea.post('/patients', { ...person, firstName: 'a\u202Eb' })],
    ['a search', () => lea.post('/patients/search', { text: 'a\0' })],
    ['twins', () => lea.post('/patients/twins', { ...person, birthDate: null, email: '\0', birthPlaceCode: '\0' })],
    ['a note', () => lea.post('/appointments', slot({ note: lone }))],
    ['a commune', () => lea.raw('get', '/communes?text=%00')],
  ])('%s: 422', async (_, send) => {
    const reply = await send();
    expect([reply.status, reply.body.code]).toEqual([422, 'request.invalid']);
  });

  test('nor in the reason of a cancellation, of a debt, or on a cheque', async () => {
    const booked = await lea.post('/appointments', slot());
    const cancelled = await lea.act(`/appointments/${booked.body.appointment.id}/cancel`, 1, {
      ...{ by: 'other', reason: lone },
    });
    const visit = await givenSeenVisit(t, practice, lea);
    const cheque = { method: 'cheque', cents: 3000, chequeBank: lone };
    const paid = await lea.act(`${visit.path}/invoice`, 1, { payments: [cheque] });
    const due = await lea.act(`${visit.path}/invoice`, 1, { payments: [], outstandingReason: lone });
    expect([cancelled.status, paid.status, due.status]).toEqual([422, 422, 422]);
  });

  test('names of any script are welcome', async () => {
    const created = await lea.post('/patients', { ...person, birthName: 'محمد', firstName: 'علي' });
    expect([created.status, created.body.usedName]).toEqual([201, 'محمد']);
    const found = await lea.post('/patients/search', { text: 'محمد' });
    expect(found.body.hits.map(({ id }: { id: string }) => id)).toEqual([created.body.id]);
  });
});

describe('numbers and days out of this world', () => {
  test.each([
    ['a day that does not exist', { day: '2026-02-30' }],
    ['the last day of calendars', { day: '9999-12-31' }],
    ['minutes as a text', { startMin: '540' }],
    ['a start at the end of the day', { startMin: 1440 }],
    ['a negative length', { durationMin: -15 }],
  ])('booking %s: 422', async (_, body) => {
    const reply = await lea.post('/appointments', { ...slot(), ...body });
    expect([reply.status, reply.body.code]).toEqual([422, 'request.invalid']);
  });

  test('free places far away, and an absence until the end of time', async () => {
    const free = await lea.post('/free-slots', { durationMin: 15, fromDay: '9999-12-31' });
    const absence = { resourceId: practice.leroy.resourceId, fromDay: '2026-05-04', fromMin: 0, toMin: 1440 };
    const endless = await lea.post('/absences', { ...absence, toDay: '9999-12-30', reason: 'leave', note: '' });
    const long = await lea.post('/absences', { ...absence, toDay: '2999-12-31', reason: 'leave', note: '' });
    const year = await lea.post('/absences', { ...absence, toDay: '2027-05-04', reason: 'leave', note: '' });
    expect([free.status, endless.status, long.status, year.status]).toEqual([422, 422, 422, 201]);
    expect(long.body.code).toBe('absence.too_long');
    const booked = await lea.post('/appointments', slot({ resourceId: practice.leroy.resourceId, day: '2026-05-05' }));
    expect([booked.status, booked.body.code]).toEqual([409, 'appointment.practitioner_absent']);
  });

  test('somebody who comes in before midnight is not seen over two days', async () => {
    const late = (durationMin: number) =>
      lea.post('/appointments', slot({ day: '2026-03-02', startMin: 1430, durationMin, walkIn: true }));
    const over = await late(15);
    expect([over.status, over.body.code]).toEqual([409, 'appointment.outside_opening_hours']);
    expect((await late(10)).status).toBe(201);
  });

  test.each(['W/"1"', '*', '-1', '1.5', '1e3', '0x1', '', '"1", "2"', '99999999999999999999', 'Infinity'])(
    'If-Match %p is no version',
    async (header) => {
      for (const path of [`/resources/${practice.leroy.resourceId}/opening-hours`, `/patients/${patient.id}`]) {
        const reply = await sonia
          .put(path, path.startsWith('/patients') ? person : { hours: [] })
          .set('if-match', header);
        expect([reply.status, reply.body.code]).toEqual([428, 'version.required']);
      }
    },
  );
});

describe('JSON of another world', () => {
  const send = (body: string, key = crypto.randomUUID()) =>
    supertest(t.app.getHttpServer())
      .post(`/api/practices/${practice.id}/patients`)
      .set({ cookie: lea.cookie, 'idempotency-key': key, 'content-type': 'application/json' })
      .send(body);
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  test.each([
    ['nested a hundred thousand times', `{"birthName":${nested(100_000)}}`, 422],
    ['a prototype', '{"__proto__":{"admin":true}}', 400],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', 400],
    ['nothing', 'null', 422],
    ['a list', '[]', 422],
    ['no JSON', '{', 400],
    ['more than a form can hold', JSON.stringify({ a: 'x'.repeat(300_000) }), 413],
  ])('%s', async (_, body, status) => {
    expect((await send(body)).status).toBe(status);
  });

  test('what the contract does not name is dropped, however deep, and makes no other request of it', async () => {
    const key = crypto.randomUUID();
    const plain = JSON.stringify({ ...person, birthName: 'PROFOND' });
    const first = await send(`${plain.slice(0, -1)},"id":"mine","more":${nested(100_000)}}`, key);
    expect([first.status, first.body.id === 'mine']).toEqual([201, false]);
    const again = await send(plain, key);
    expect([again.headers['idempotency-replayed'], again.body.id]).toEqual(['true', first.body.id]);
  });
});

describe('addresses and methods', () => {
  test.each([
    ['/practices/%zz', 400, 'request.malformed'],
    ['/communes?text=a&text=b', 422, 'request.invalid'],
    ['/communes/', 404, 'resource.not_found'],
    [`/appointments/${'a'.repeat(120)}`, 404, 'resource.not_found'],
  ])('%s: a problem that does not repeat it', async (path, status, code) => {
    const reply = await lea.raw('get', path);
    expect([reply.status, reply.type, JSON.parse(reply.text).code]).toEqual([status, 'application/problem+json', code]);
    expect(reply.text).not.toContain(path.slice(-6));
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  test.each(['%00', '..%2F..%2Fsession', '%2e%2e', 'undefined', "'", 'a'.repeat(120)])(
    'the id %p is unknown',
    async (id) => {
      expect((await lea.get(`/appointments/${id}`)).status).toBe(404);
      expect((await lea.get(`/patients/${id}`)).status).toBe(404);
    },
  );

  test.each(['HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PURGE'])(
    '%s is for no route, not even to open a stream',
    async (method) => {
      for (const path of ['live', 'days/2026-03-02', 'exports/2026-03/factures.csv']) {
        expect(await statusLine(method, `/api/practices/${practice.id}/${path}`)).toBe('HTTP/1.1 404 Not Found');
      }
    },
  );
});

/** One request by hand, for what no client would send. */
function statusLine(method: string, path: string): Promise<string> {
  const { port } = t.app.getHttpServer().address() as net.AddressInfo;
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () =>
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${lea.cookie}\r\nconnection: close\r\n\r\n`,
      ),
    );
    socket.setTimeout(5_000, () => socket.destroy(new Error(`${method} ${path} was never answered`)));
    socket.on('error', reject);
    socket.once('data', (piece) => {
      socket.destroy();
      resolve(piece.toString().split('\r\n')[0] ?? '');
    });
  });
}
