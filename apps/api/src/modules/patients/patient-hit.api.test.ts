import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { GivenPatient, GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
let practice: GivenPractice;
let patient: GivenPatient;

beforeAll(async () => {
  t = await startTestApp();
  practice = await t.given.practice();
  patient = await t.given.patient(practice, { birthName: 'KAYA', firstName: 'Deniz' });
  const { martin, leroy, consultation, firstVisit } = practice;
  await visit(leroy, consultation, '2024-01-10', 540, 'done');
  await visit(leroy, consultation, '2024-01-11', 540, 'done');
  await visit(leroy, consultation, '2024-01-12', 540, 'done');
  await visit(martin, consultation, '2025-10-06', 540, 'done');
  await visit(martin, firstVisit, '2025-11-03', 540, 'no_show');
  await visit(martin, consultation, '2026-02-03', 540, 'to_collect');
  await visit(martin, firstVisit, '2026-02-20', 540, 'cancelled');
  await visit(martin, firstVisit, '2026-03-03', 600, 'cancelled');
  await visit(leroy, consultation, '2026-03-04', 615, 'confirmed');
  await visit(martin, consultation, '2026-03-09', 560, 'booked');
});
afterAll(() => t.close());

async function visit(
  column: GivenPractice['martin'],
  motifId: string,
  day: string,
  startMin: number,
  status: string,
): Promise<void> {
  await t.given.within(practice, async () => {
    await t.owner.query(
      `insert into appointment (practice_id, id, resource_id, practitioner_id, motif_id, patient_id, local_day,
         start_min, duration_min, starts_at, ends_at, status, source, created_by, created_at)
       select $1, $2, $3, $4, $5, $6, $7::date, $8::int, 15, starts, starts + interval '15 minutes', $9, 'desk', $2, starts
         from (select ($7::date + make_interval(mins => $8::int)) at time zone 'Europe/Paris' as starts) s`,
      [practice.id, uuid(), column.resourceId, column.practitionerId, motifId, patient.id, day, startMin, status],
    );
  });
}

test('a hit tells when she was seen, when she comes, with whom and for what as a rule', async () => {
  const lea = await t.given.desk(practice);
  const { body } = await lea.post('/patients/search', { text: 'kaya' }).expect(200);
  expect(body.hits).toEqual([
    expect.objectContaining({
      lastSeenDay: '2026-02-03',
      next: { day: '2026-03-04', startMin: 615, resourceId: practice.leroy.resourceId },
      usualPractitionerId: practice.martin.practitionerId,
      usualMotifId: practice.consultation,
    }),
  ]);
});

test('a remote secretary learns the visits of the columns lent to her only', async () => {
  const lentResourceIds = [practice.martin.resourceId];
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds });
  const { body } = await remote.post('/patients/search', { text: 'kaya' }).expect(200);
  expect(body.hits[0].next).toEqual({ day: '2026-03-09', startMin: 560, resourceId: practice.martin.resourceId });
});

test('the file lists visits to come, then gone, and counts visits and absences', async () => {
  const lea = await t.given.desk(practice);
  const { body } = await lea.get(`/patients/${patient.id}`).expect(200);
  const days = body.appointments.map(
    (each: { day: string; upcoming: boolean }) => (each.upcoming ? '+' : '') + each.day,
  );
  expect(days.slice(0, 4)).toEqual(['+2026-03-04', '+2026-03-09', '2026-03-03', '2026-02-20']);
  expect(body).toMatchObject({ visitCount: 5, absenceCount: 1 });
});
