import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { holesOf, waits } from '../../../../test/given-waiting.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('what is still free of today is told by the clock of the column: its morning over there is gone', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const there = { name: 'Saint-Pierre', street: '3 rue du Port', postalCode: '97410', city: 'Saint-Pierre' };
  const site = await sonia.post('/sites', { ...there, zone: 'Indian/Reunion', holidayZone: 'FR-RE' }).expect(201);
  const { resourceId } = practice.martin;
  await sonia.put(`/resources/${resourceId}/site`, { siteId: site.body.id }, 1).expect(200);
  const { id } = await t.given.patient(practice);
  await waits(lea, practice, id);
  // Nine here, noon there: opened again at two.
  const today = { fromDay: '2026-03-02', toDay: '2026-03-02', resourceIds: [resourceId, practice.leroy.resourceId] };
  expect((await holesOf(lea, today)).map((hole) => [hole.resourceId, hole.startMin, hole.endMin])).toEqual([
    [practice.leroy.resourceId, 540, 720],
    [resourceId, 840, 1080],
    [practice.leroy.resourceId, 840, 1080],
  ]);
});
