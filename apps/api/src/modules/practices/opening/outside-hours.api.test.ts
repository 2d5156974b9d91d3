import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutsideVisit } from '@pupitre/shared/practices/outside-hours.contract';
import type { Desk } from '../../../../test/desk.js';
import { givenVisit } from '../../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const mornings = [1, 2, 3, 4, 5].map((isodow) => ({ isodow, startMin: 480, endMin: 720 }));
const path = (resourceId: string) => `/resources/${resourceId}/outside-hours`;

async function outside(desk: Desk, resourceId: string): Promise<string[]> {
  const { body } = await desk.get(path(resourceId)).expect(200);
  return body.visits.map((visit: OutsideVisit) => visit.appointmentId);
}

test('what a change of hours leaves outside is listed until it is moved; what stood aside on purpose is not', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const at = (day: string, startMin: number, status = 'booked') =>
    givenVisit(t, practice, { column: practice.martin, day, startMin, status });
  const later = await at('2026-03-05', 900);
  const sooner = await at('2026-03-03', 840);
  await at('2026-03-03', 600);
  await at('2026-03-04', 900, 'cancelled');
  await at('2026-02-26', 900);
  const { id: patientId } = await t.given.patient(practice);
  const wanted = { resourceId, motifId: practice.consultation, patientId, day: '2026-03-06', durationMin: 15 };
  const override = { codes: ['appointment.outside_opening_hours'], reason: 'Accord du praticien' };
  await sonia.post('/appointments', { ...wanted, startMin: 1200, override }).expect(201);
  expect(await outside(lea, resourceId)).toEqual([]);

  await sonia.put(`/resources/${resourceId}/opening-hours`, { hours: mornings }, 1).expect(200);
  expect(await outside(lea, resourceId)).toEqual([sooner, later]);
  const { body } = await lea.get(path(resourceId)).expect(200);
  expect(body.visits[0]).toMatchObject({ day: '2026-03-03', startMin: 840, phoneMasked: expect.any(String) });
  expect(JSON.stringify(body)).not.toContain('+33');

  const move = { resourceId, day: '2026-03-05', startMin: 480, durationMin: 15 };
  await lea.act(`/appointments/${later}/move`, 1, { ...move, override: null }).expect(200);
  expect(await outside(lea, resourceId)).toEqual([sooner]);
});

test('a day the practice closes leaves its visits outside; an absence has its own list', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const bridge = await givenVisit(t, practice, { column: practice.martin, day: '2026-05-15', startMin: 600 });
  await givenVisit(t, practice, { column: practice.martin, day: '2026-03-03', startMin: 600 });
  await sonia.post('/holiday-overrides', { day: '2026-05-15', effect: 'closed', label: 'Pont' }).expect(201);
  const absence = { resourceId, fromDay: '2026-03-03', fromMin: 0, toDay: '2026-03-03', toMin: 1440 };
  await lea.post('/absences', { ...absence, reason: 'sick', note: '' }).expect(201);
  expect(await outside(lea, resourceId)).toEqual([bridge]);
});

test('whole numbers leave by the permission to show them, and the journal keeps whose list was read', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const id = await givenVisit(t, practice, { column: practice.martin, day: '2026-03-03', startMin: 900 });
  await sonia.put(`/resources/${resourceId}/opening-hours`, { hours: mornings }, 1).expect(200);
  const { body } = await lea.get(`${path(resourceId)}/phones`).expect(200);
  expect(body.phones).toEqual([{ appointmentId: id, phone: expect.stringMatching(/^\+33/) }]);
  const { rows } = await t.given.within(practice, () =>
    t.owner.query('select subject_id from audit_event where practice_id = $1 and action = $2', [
      practice.id,
      'practice.read_outside_phones',
    ]),
  );
  expect(rows).toEqual([{ subject_id: resourceId }]);
  const lent = { lentResourceIds: [practice.leroy.resourceId] };
  const remote = await t.given.desk(practice, ['remote_secretary'], { name: 'Nora HADDAD', ...lent });
  await remote.get(path(resourceId)).expect(404);
  await remote.get(`${path(resourceId)}/phones`).expect(403);
  const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
  await stranger.get(path(resourceId)).expect(404);
});
