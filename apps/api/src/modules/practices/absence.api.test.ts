import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { givenVisit } from '../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const afternoon = {
  fromDay: '2026-03-03',
  fromMin: 840,
  toDay: '2026-03-03',
  toMin: 1080,
  reason: 'training',
  note: 'Formation à Lille',
};

test('a secretary notes an absence and learns how many patients it meets', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy } = practice;
  const at = (startMin: number, status = 'booked', column = martin) =>
    givenVisit(t, practice, { column, day: '2026-03-03', startMin, status });
  await at(825);
  await at(835, 'confirmed');
  await at(900);
  await at(900, 'cancelled');
  await at(1080);
  await at(900, 'booked', leroy);
  const { body } = await lea.post('/absences', { resourceId: martin.resourceId, ...afternoon }).expect(201);
  expect(body.appointmentsHit).toBe(2);
  expect(body.absence).toMatchObject({
    resourceId: martin.resourceId,
    startsAt: '2026-03-03T13:00:00.000Z',
    endsAt: '2026-03-03T17:00:00.000Z',
    reason: 'training',
    note: 'Formation à Lille',
  });
});

test('the same request sent twice notes one absence; removed, it is gone', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const body = { resourceId: practice.martin.resourceId, ...afternoon };
  const first = await lea.post('/absences', body, 'the-same-key').expect(201);
  const again = await lea.post('/absences', body, 'the-same-key').expect(201);
  expect(again.body.absence.id).toBe(first.body.absence.id);
  expect((await lea.get('/setup')).body.absences).toHaveLength(1);
  await lea.delete(`/absences/${first.body.absence.id}`).expect(204);
  expect((await lea.get('/setup')).body.absences).toEqual([]);
  await lea.delete(`/absences/${first.body.absence.id}`).expect(404);
});

test.each([
  ['ends before it starts', { toMin: 800 }, 'absence.end_before_start'],
  ['lasts no time', { toMin: 840 }, 'absence.end_before_start'],
  [
    'starts in the hour that spring skips',
    { fromDay: '2026-03-29', fromMin: 150, toDay: '2026-03-30' },
    'appointment.nonexistent_local_time',
  ],
  ['names a day before any calendar of ours', { fromDay: '0001-01-01' }, 'request.invalid'],
])('an absence that %s is refused', async (_, change, code) => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const body = { resourceId: practice.martin.resourceId, ...afternoon, ...change };
  const refused = await lea.post('/absences', body).expect(422);
  expect(refused.body.code).toBe(code);
  expect((await lea.get('/setup')).body.absences).toEqual([]);
});

test('local times are those of the practice, wherever the server stands', async () => {
  const practice = await t.given.practice({ zone: 'America/Martinique', holidayZone: 'FR-MQ' });
  const desk = await t.given.desk(practice);
  const { body } = await desk.post('/absences', { resourceId: practice.martin.resourceId, ...afternoon }).expect(201);
  expect(body.absence.startsAt).toBe('2026-03-03T18:00:00.000Z');
});

test('nobody notes or removes an absence in another practice, nor without the right', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { lea: stranger } = await t.given.deskWithTwoSecretaries();
  const body = { resourceId: practice.martin.resourceId, ...afternoon };
  await stranger.post('/absences', body).expect(404);
  const noted = await lea.post('/absences', body).expect(201);
  await stranger.delete(`/absences/${noted.body.absence.id}`).expect(404);
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [practice.martin.resourceId] });
  await remote.post('/absences', body).expect(403);
  expect((await lea.get('/setup')).body.absences).toHaveLength(1);
});
