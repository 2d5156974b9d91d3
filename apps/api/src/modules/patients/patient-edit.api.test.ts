import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../../../test/desk.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const marie = { birthName: 'DURAND', firstName: 'Marie', sex: 'F', birthDate: '1962-03-12' };

async function deskWithMarie() {
  const desks = await t.given.deskWithTwoSecretaries();
  const { body } = await desks.lea.post('/patients', { ...marie, phone: '0639981047' }).expect(201);
  return { ...desks, id: body.id as string, path: `/patients/${body.id}` };
}

async function searched(desk: Desk, text: string): Promise<number> {
  return (await desk.post('/patients/search', { text })).body.hits.length;
}

test('a married name: found by both, the journal names the field and the author, not the value', async () => {
  const { sonia, path } = await deskWithMarie();
  const reply = await sonia
    .put(path, { ...marie, usedName: 'Dupont', teamNote: 'Préfère les matinées' }, 1)
    .expect(200);
  expect(reply.body).toMatchObject({ usedName: 'DUPONT', version: 2, phoneMasked: expect.stringMatching(/47$/) });
  expect([await searched(sonia, 'dupont'), await searched(sonia, 'durand')]).toEqual([1, 1]);
  const { body } = await sonia.get(path);
  expect(body.events[0]).toMatchObject({
    kind: 'edited',
    actorName: 'Sonia DUBREUIL',
    fields: ['usedName', 'teamNote'],
  });
  expect(JSON.stringify(body.events)).not.toMatch(/dupont|matinées/i);
});

test('the one who comes second learns who was first, and nothing is overwritten', async () => {
  const { lea, sonia, path } = await deskWithMarie();
  await sonia.put(path, { ...marie, headsUp: 'Malentendante' }, 1).expect(200);
  const reply = await lea.put(path, { ...marie, headsUp: 'Parler lentement' }, 1).expect(412);
  expect(reply.body).toMatchObject({ code: 'version.stale', details: { version: 2, changedBy: 'Sonia DUBREUIL' } });
  expect((await lea.get(path)).body.patient.headsUp).toBe('Malentendante');
  await lea.put(path, marie).expect(428);
});

test('two edits at once: one wins', async () => {
  const { lea, sonia, path } = await deskWithMarie();
  const replies = await Promise.all([
    lea.put(path, { ...marie, headsUp: 'A' }, 1),
    sonia.put(path, { ...marie, headsUp: 'B' }, 1),
  ]);
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412]);
});

test('an empty phone keeps the known one; only « without phone » removes it, and its search keys', async () => {
  const { lea, path } = await deskWithMarie();
  const kept = await lea.put(path, { ...marie, street: '27 rue des Postes' }, 1).expect(200);
  expect(kept.body).toMatchObject({ withoutPhone: false, phoneMasked: expect.stringMatching(/47$/) });
  expect(await searched(lea, '1047')).toBe(1);
  const removed = await lea.put(path, { ...marie, withoutPhone: true }, 2).expect(200);
  expect(removed.body).toMatchObject({ withoutPhone: true, phoneMasked: null });
  expect(await searched(lea, '1047')).toBe(0);
  await lea.put(path, marie, 3).expect(422, /patient.contact_missing/);
});

test('saving without a change leaves version and journal alone', async () => {
  const { lea, path } = await deskWithMarie();
  expect((await lea.put(path, marie, 1).expect(200)).body.version).toBe(1);
  expect((await lea.get(path)).body.events).toHaveLength(1);
});

test('correcting a trait that an INS was proved for brings the identity back to provisional', async () => {
  const { practice, lea, id, path } = await deskWithMarie();
  await t.given.within(practice, async () => {
    await t.owner.query(`update patient set ins_status = 'qualified' where practice_id = $1 and id = $2`, [
      practice.id,
      id,
    ]);
  });
  const address = await lea.put(path, { ...marie, street: '27 rue des Postes' }, 1).expect(200);
  expect(address.body.insStatus).toBe('qualified');
  const corrected = await lea
    .put(path, { ...marie, street: '27 rue des Postes', birthDate: '1962-03-13' }, 2)
    .expect(200);
  expect(corrected.body.insStatus).toBe('provisional');
  expect((await lea.get(path)).body.events[0].fields).toEqual(['birthDate', 'insStatus']);
});

test('an edit cannot turn one patient into another', async () => {
  const { lea, path, id } = await deskWithMarie();
  const claire = await lea.post('/patients', { ...marie, firstName: 'Claire', withoutPhone: true }).expect(201);
  const reply = await lea.put(`/patients/${claire.body.id}`, { ...marie, withoutPhone: true }, 1).expect(409);
  expect(reply.body.details.twins).toEqual([{ patientId: id, level: 'block', reasons: ['same_strict_traits'] }]);
  await lea.put(path, { ...marie, email: 'marie@exemple.fr' }, 1).expect(200);
});

test('a file imported twice can still have its address corrected', async () => {
  const { practice, lea, path } = await deskWithMarie();
  await t.given.patient(practice, { ...marie, sex: 'F' });
  await lea.put(path, { ...marie, street: '27 rue des Postes' }, 1).expect(200);
});

test('another practice can neither read nor edit her, nor we theirs', async () => {
  const ours = await deskWithMarie();
  const theirs = await deskWithMarie();
  await ours.lea.get(theirs.path).expect(404);
  await theirs.lea.get(ours.path).expect(404);
  await ours.lea.put(theirs.path, marie, 1).expect(404);
  await ours.lea.get(`${theirs.path}/phone`).expect(404);
  await ours.lea.raw('get', `/practices/${theirs.lea.practiceId}${theirs.path}`).expect(404);
});

test.each(['practitioner', 'nurse', 'admin', 'remote_secretary', 'accountant'] as const)(
  'a %s edits no identity',
  async (role) => {
    const { practice, path } = await deskWithMarie();
    const desk = await t.given.desk(practice, [role]);
    await desk.put(path, marie, 1).expect(403);
  },
);
