import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const marie = { birthName: 'DURAND', firstName: 'Marie', sex: 'F', birthDate: '1962-03-12', phone: '0639981047' };

async function deskThatKnowsMarie() {
  const desks = await t.given.deskWithTwoSecretaries();
  const { body } = await desks.lea.post('/patients', marie).expect(201);
  return { ...desks, marieId: body.id as string };
}

test('the same person cannot get a second file, even on insistence', async () => {
  const { lea, marieId } = await deskThatKnowsMarie();
  const again = { ...marie, birthName: 'durand', firstName: 'MARIE', phone: '0639981099' };
  for (const twinsSeen of [false, true]) {
    const reply = await lea.post('/patients', { ...again, twinsSeen }).expect(409);
    expect(reply.body).toMatchObject({
      code: 'patient.twin_suspected',
      details: { twins: [{ patientId: marieId, level: 'block', reasons: ['same_strict_traits'] }] },
    });
    expect(reply.text).not.toMatch(/durand/i);
  }
});

test('one letter apart is created only once the twin has been seen', async () => {
  const { lea, marieId } = await deskThatKnowsMarie();
  const near = { ...marie, birthName: 'DURANT' };
  const refused = await lea.post('/patients', near).expect(409);
  expect(refused.body.details.twins).toEqual([
    { patientId: marieId, level: 'strong', reasons: ['same_birth_date_near_name'] },
  ]);
  const created = await lea.post('/patients', { ...near, twinsSeen: true }).expect(201);
  const { body } = await lea.get(`/patients/${created.body.id}`);
  expect(body.patient.number).toBe(2);
});

test('day and month swapped is seen as a twin', async () => {
  const { lea } = await deskThatKnowsMarie();
  const reply = await lea.post('/patients', { ...marie, birthDate: '1962-12-03' }).expect(409);
  expect(reply.body.details.twins[0].reasons).toEqual(['swapped_day_and_month']);
});

test('a twin sister is created without a question', async () => {
  const { lea } = await deskThatKnowsMarie();
  await lea.post('/patients', { ...marie, firstName: 'Claire' }).expect(201);
});

test('two desks creating the same person at once: one file', async () => {
  const { lea, sonia } = await t.given.deskWithTwoSecretaries();
  const replies = await Promise.all([lea.post('/patients', marie), sonia.post('/patients', marie)]);
  expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
});

test('while typing, twins come with their reason, the likeliest first', async () => {
  const { lea, marieId } = await deskThatKnowsMarie();
  const typed = { ...marie, birthName: 'DURANT', firstName: 'Mari', phone: '' };
  expect(await twinsOf({ ...typed, birthName: 'D', firstName: '' })).toEqual([]);
  expect(await twinsOf({ ...typed, firstName: 'Marie' })).toEqual([
    {
      patient: expect.objectContaining({ id: marieId, phoneEnd: '47' }),
      level: 'strong',
      reasons: ['same_birth_date_near_name'],
    },
  ]);
  const samePhone = { ...marie, birthName: 'PETIT', birthDate: null, phone: '06.39.98.10.47' };
  expect(await twinsOf(samePhone)).toEqual([
    expect.objectContaining({ level: 'weak', reasons: ['same_phone_and_first_name'] }),
  ]);
  const sameYear = { ...marie, birthDate: '1962-07-01', phone: '' };
  expect(await twinsOf(sameYear)).toEqual([
    expect.objectContaining({ level: 'weak', reasons: ['same_name_and_year'] }),
  ]);
  expect(await twinsOf({ ...marie, exceptId: marieId })).toEqual([]);

  async function twinsOf(body: object) {
    return (await lea.post('/patients/twins', body).expect(200)).body.twins;
  }
});

test('nobody of another practice is a twin', async () => {
  await deskThatKnowsMarie();
  const { lea: elsewhere } = await t.given.deskWithTwoSecretaries();
  expect((await elsewhere.post('/patients/twins', marie).expect(200)).body.twins).toEqual([]);
  await elsewhere.post('/patients', marie).expect(201);
});
