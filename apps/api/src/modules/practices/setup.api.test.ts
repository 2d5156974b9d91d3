import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const leave = (resourceId: string, fromDay = '2026-03-09', toDay = '2026-03-13') => ({
  resourceId,
  fromDay,
  fromMin: 0,
  toDay,
  toMin: 1440,
  reason: 'leave',
  note: '',
});

test('a secretary reads the whole practice in one answer', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const reply = await lea.get('/setup').expect(200);
  const setup: PracticeSetup = reply.body;
  expect(setup.practice).toMatchObject({
    id: practice.id,
    siteId: practice.siteId,
    zone: 'Europe/Paris',
    city: 'Lille',
  });
  expect(setup.resources.map(({ name, practitionerId }) => [name, practitionerId])).toEqual([
    ['Dr MARTIN', practice.martin.practitionerId],
    ['Dr LEROY', practice.leroy.practitionerId],
  ]);
  expect(setup.practitioners.map(({ lastName }) => lastName)).toEqual(['MARTIN', 'LEROY']);
  expect(setup.openingRules).toHaveLength(20);
  const consultation = setup.motifs.find(({ id }) => id === practice.consultation);
  expect(new Set(consultation?.resourceIds)).toEqual(new Set([practice.martin.resourceId, practice.leroy.resourceId]));
});

test('absences that ended more than thirty days ago are left out', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const past = (from: string, to: string) =>
    t.given.within(practice, () =>
      t.owner.query(
        `insert into absence (practice_id, id, resource_id, starts_at, ends_at, reason, created_by, created_at)
         values ($1, gen_random_uuid(), $2, $3, $4, 'leave', $2, $3)`,
        [practice.id, practice.martin.resourceId, from, to],
      ),
    );
  await past('2026-01-05T00:00:00+01:00', '2026-01-10T00:00:00+01:00');
  await past('2026-02-09T00:00:00+01:00', '2026-02-14T00:00:00+01:00');
  const { body } = await lea.get('/setup').expect(200);
  expect(body.absences).toMatchObject([{ startsAt: '2026-02-08T23:00:00.000Z', endsAt: '2026-02-13T23:00:00.000Z' }]);
});

test('a remote secretary sees the columns lent to her and nothing of the others', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { martin, leroy } = practice;
  await lea.post('/absences', leave(martin.resourceId)).expect(201);
  await lea.post('/absences', leave(leroy.resourceId)).expect(201);
  const remote = await t.given.desk(practice, ['remote_secretary'], { lentResourceIds: [leroy.resourceId] });
  const { body } = await remote.get('/setup').expect(200);
  expect(body.resources.map(({ id }: { id: string }) => id)).toEqual([leroy.resourceId]);
  expect(body.practitioners.map(({ id }: { id: string }) => id)).toEqual([leroy.practitionerId]);
  expect(body.motifs).toMatchObject([{ id: practice.consultation, resourceIds: [leroy.resourceId] }]);
  expect(body.absences).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain(martin.resourceId);
  expect(JSON.stringify(body)).not.toContain(practice.firstVisit);
});

test('another practice is unknown, and none of its rows comes along', async () => {
  const { practice } = await t.given.deskWithTwoSecretaries();
  const { practice: other, lea: stranger } = await t.given.deskWithTwoSecretaries();
  const refused = await stranger.raw('get', `/practices/${practice.id}/setup`).expect(404);
  expect(refused.body.code).toBe('resource.not_found');
  const { body } = await stranger.get('/setup').expect(200);
  expect(body.practice.id).toBe(other.id);
  expect(JSON.stringify(body)).not.toContain(practice.martin.resourceId);
});

test('whoever has no agenda reads no setup', async () => {
  const practice = await t.given.practice();
  const accountant = await t.given.desk(practice, ['accountant']);
  await accountant.get('/setup').expect(403);
});
