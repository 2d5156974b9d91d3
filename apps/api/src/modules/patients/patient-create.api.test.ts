import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const marie = {
  birthName: 'Durand',
  usedName: 'Dupont',
  firstName: 'Marie',
  sex: 'F',
  birthDate: '1962-03-12',
} as const;
const phone = '06 39 98 10 47';

describe('creating', () => {
  test('the minimum makes a patient who is found at once, and is journaled', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const { body: hit } = await lea.post('/patients', { ...marie, phone }).expect(201);
    expect(hit).toMatchObject({ usedName: 'DUPONT', birthName: 'DURAND', phoneEnd: '47', next: null });
    const search = await lea.post('/patients/search', { text: 'dupont 47' }).expect(200);
    expect(search.body.hits.map((each: { id: string }) => each.id)).toEqual([hit.id]);
    const { body: file } = await lea.get(`/patients/${hit.id}`).expect(200);
    expect(file.patient).toMatchObject({ number: 1, insStatus: 'provisional', version: 1 });
    expect(file.events).toEqual([expect.objectContaining({ kind: 'created', actorName: 'Léa BERNARD', fields: [] })]);
    const audit = await auditOf(practice);
    expect(audit).toContainEqual({ action: 'patient.create', patient_id: hit.id, outcome: 'done' });
  });

  test('without a used name, the birth name is in use', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const { body } = await lea.post('/patients', { ...marie, usedName: '', phone }).expect(201);
    expect(body).toMatchObject({ usedName: 'DURAND', birthName: 'DURAND' });
  });

  test.each([
    ['a contact', { phone: '' }, 'patient.contact_missing'],
    ['a birth in the past', { birthDate: '2026-03-03' }, 'patient.birth_date_in_the_future'],
    ['a year as people live', { birthDate: '0962-03-12' }, 'request.invalid'],
    ['letters in the name', { birthName: '---' }, 'request.invalid'],
    ['a phone that rings', { phone: '06 39' }, 'request.invalid'],
    ['a commune that exists', { birthPlaceCode: '99999' }, 'request.invalid'],
    ['a known practitioner', { usualPractitionerId: '01890000-0000-7000-8000-000000000000' }, 'request.invalid'],
  ])('needs %s', async (_what, change, code) => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const reply = await lea.post('/patients', { ...marie, phone, ...change }).expect(422);
    expect(reply.body.code).toBe(code);
    if (code === 'request.invalid') {
      expect(reply.body.details.issues).toEqual([
        expect.objectContaining({ path: `body.${Object.keys(change)[0]}`, code: expect.any(String) }),
      ]);
    }
    const after = await lea.post('/patients/search', { text: 'durand' });
    expect(after.body.hits).toEqual([]);
  });

  test('a practitioner of another practice is unknown here', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const elsewhere = await t.given.practice();
    const usualPractitionerId = elsewhere.martin.practitionerId;
    await lea.post('/patients', { ...marie, phone, usualPractitionerId }).expect(422);
  });

  test('no phone is fine when said on purpose', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const { body } = await lea.post('/patients', { ...marie, withoutPhone: true }).expect(201);
    expect(body.phoneEnd).toBeNull();
  });

  test('born today overseas is not yet the future there', async () => {
    const reunion = await t.given.practice({ zone: 'Indian/Reunion', holidayZone: 'RE' });
    const desk = await t.given.desk(reunion);
    t.clock.moveTo(new Date('2026-03-02T22:30:00Z'));
    await desk.post('/patients', { ...marie, birthDate: '2026-03-03', phone }).expect(201);
    t.clock.moveTo(new Date('2026-03-02T09:00:00+01:00'));
  });

  test('a remote secretary creates a provisional identity, and opens no file', async () => {
    const practice = await t.given.practice();
    const remote = await t.given.desk(practice, ['remote_secretary']);
    const { body } = await remote.post('/patients', { ...marie, phone }).expect(201);
    await remote.get(`/patients/${body.id}`).expect(403);
    await remote.get(`/patients/${body.id}/phone`).expect(403);
  });
});

describe('numbers', () => {
  test('desks creating at once get numbers without gap or double', async () => {
    const { lea, sonia } = await t.given.deskWithTwoSecretaries();
    const names = ['Albert', 'Benoît', 'Claire', 'Denise', 'Émile', 'Fanny', 'Gérard', 'Hélène'];
    const replies = await Promise.all(
      names.map((birthName, index) =>
        (index % 2 ? lea : sonia).post('/patients', { ...marie, birthName, usedName: '', phone }),
      ),
    );
    expect(replies.map((reply) => reply.status)).toEqual(names.map(() => 201));
    const files = await Promise.all(replies.map((reply) => lea.get(`/patients/${reply.body.id}`)));
    const numbers = files.map((file) => file.body.patient.number).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('sending it twice makes one patient', async () => {
    const { lea } = await t.given.deskWithTwoSecretaries();
    const key = 'the-same-submission';
    const first = await lea.post('/patients', { ...marie, phone }, key).expect(201);
    const again = await lea.post('/patients', { ...marie, phone }, key).expect(201);
    expect(again.body).toEqual(first.body);
    const search = await lea.post('/patients/search', { text: 'durand' });
    expect(search.body.hits).toHaveLength(1);
  });
});

async function auditOf(practice: { id: string; sessionHash: string }) {
  return t.given.within(practice, async () => {
    const { rows } = await t.owner.query('select action, patient_id, outcome from audit_event where practice_id = $1', [
      practice.id,
    ]);
    return rows;
  });
}
