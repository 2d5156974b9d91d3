import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Desk } from '../desk.js';
import type { GivenPatient, GivenPractice } from '../given.js';
import { givenSeenVisit } from '../given-seen-visit.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let practice: GivenPractice;
let lea: Desk;
/** Works for Dr Leroy only. */
let remote: Desk;
let patient: GivenPatient;
beforeAll(async () => {
  t = await startTestApp();
  ({ practice, lea } = await t.given.deskWithTwoSecretaries());
  remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [practice.leroy.resourceId] });
  patient = await t.given.patient(practice, { birthName: 'PARTAGE' });
});
afterAll(() => t.close());

const slot = (column: 'martin' | 'leroy', startMin: number, overrides: object = {}) => ({
  ...{ resourceId: practice[column].resourceId, motifId: practice.consultation, patientId: patient.id },
  ...{ day: '2026-03-03', startMin, durationMin: 15, ...overrides },
});

async function booked(column: 'martin' | 'leroy', startMin: number, overrides: object = {}): Promise<string> {
  const reply = await lea.post('/appointments', slot(column, startMin, overrides));
  expect(reply.status).toBe(201);
  return reply.body.appointment.id;
}

describe('a remote secretary, outside the columns lent to her', () => {
  test('no visit is read, moved, cancelled or changed', async () => {
    const id = await booked('martin', 540);
    const hers = await booked('leroy', 570);
    const answers = [
      await remote.get(`/appointments/${id}`),
      await remote.act(`/appointments/${id}/move`, 1, { ...slot('leroy', 600), day: '2026-03-04' }),
      await remote.act(`/appointments/${hers}/move`, 1, slot('martin', 600)),
      await remote.act(`/appointments/${id}/cancel`, 1, { by: 'error' }),
      await remote.act(`/appointments/${id}/status`, 1, { to: 'confirmed' }),
      await remote.put(`/appointments/${id}`, { motifId: practice.consultation, note: 'x', urgent: true }, 1),
      await remote.post('/appointments', slot('martin', 660)),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  test('the day, the free places and the settings show her own columns', async () => {
    for (const [column, startMin] of [
      ['martin', 660],
      ['leroy', 690],
    ] as const) {
      await booked(column, startMin);
      await lea.put(`/resources/${practice[column].resourceId}/lateness`, { day: '2026-03-03', addMinutes: 5 });
    }
    const day = await remote.get('/days/2026-03-03');
    const free = await remote.post('/free-slots', { durationMin: 15, fromDay: '2026-03-03', limit: 30 });
    const asked = await remote.post('/free-slots', {
      ...{ durationMin: 15, fromDay: '2026-03-03', resourceIds: [practice.martin.resourceId] },
    });
    const setup = await remote.get('/setup');
    expect(day.body.appointments.length).toBeGreaterThan(0);
    expect(asked.body.slots).toEqual([]);
    for (const { body } of [day, free, setup]) {
      expect(JSON.stringify(body)).toContain(practice.leroy.resourceId);
      expect(JSON.stringify(body)).not.toContain(practice.martin.resourceId);
    }
  });

  test('the next visit of a patient with another doctor is not told: in a visit, a search, a twin', async () => {
    const here = await booked('leroy', 720 - 15);
    const elsewhere = await booked('martin', 840, { day: '2026-03-10' });
    const seen = [
      await remote.get(`/appointments/${here}`),
      await remote.post('/patients/search', { text: 'partage' }),
      await remote.post('/patients/twins', {
        birthName: 'PARTAGE',
        firstName: 'Paul',
        sex: 'M',
        birthDate: '1980-05-17',
      }),
    ];
    for (const { status, body } of seen) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(elsewhere);
      expect(JSON.stringify(body)).not.toContain('2026-03-10');
    }
    expect((await lea.get(`/appointments/${here}`)).body.next.id).toBe(elsewhere);
  });

  test('a refusal offers places in her columns, and names a colleague, not a patient', async () => {
    await booked('leroy', 900);
    const refused = await remote.post('/appointments', slot('leroy', 900));
    expect([refused.status, refused.body.details.takenBy]).toEqual([409, 'Léa BERNARD']);
    expect(refused.body.details.alternatives).toHaveLength(3);
    expect(refused.text).not.toContain(practice.martin.resourceId);
    expect(refused.text).not.toContain('PARTAGE');
  });

  test('she receives nobody: no walk-in, no arrival', async () => {
    const walkIn = await remote.post('/appointments', slot('leroy', 560, { day: '2026-03-02', walkIn: true }));
    const id = await booked('leroy', 960);
    const arrival = await remote.act(`/appointments/${id}/status`, 1, { to: 'arrived' });
    expect([walkIn.body.code, arrival.body.code]).toEqual(['permission.denied', 'permission.denied']);
  });

  test('what she did in a column that is lent no more, she cannot undo', async () => {
    const leaving = await t.given.desk(practice, ['remote_secretary'], {
      lentResourceIds: [practice.leroy.resourceId],
    });
    const { body } = await leaving.post('/appointments', slot('leroy', 990));
    await t.owner.query(`update membership set lent_resource_ids = '{}' where account_id = $1`, [leaving.accountId]);
    expect((await leaving.post(`/acts/${body.act.id}/undo`)).status).toBe(404);
  });

  test('she sees no amount, no file, no whole number', async () => {
    const visit = await givenSeenVisit(t, practice, lea, { column: practice.leroy });
    const card = await remote.get(`/appointments/${visit.id}`);
    expect([card.status, card.body.appointment.dueCents]).toEqual([200, null]);
    expect(card.body.phoneMasked).not.toContain('98 12');
    for (const path of [
      `${visit.path}/charge`,
      `/patients/${patient.id}`,
      `/patients/${patient.id}/phone`,
      '/till/2026-03-02',
    ]) {
      expect([path, (await remote.get(path)).status]).toEqual([path, 403]);
    }
  });
});

test('membership over yesterday: the practice does not exist any more', async () => {
  const gone = await t.given.desk(practice, ['remote_secretary']);
  await t.owner.query('update membership set ends_on = current_date - 1 where account_id = $1', [gone.accountId]);
  expect((await gone.get('/setup')).status).toBe(404);
});
