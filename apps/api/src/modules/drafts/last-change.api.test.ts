import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allEndpoints } from '@pupitre/shared/contract/all-endpoints';
import { changingActs } from '@pupitre/shared/drafts/last-change.contract';
import { undoOpeningHours } from '@pupitre/shared/practices/practice.contract';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const hours = { hours: [{ isodow: 1, startMin: 540, endMin: 720 }] };

test('whoever lost the race learns who won it, and when', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const anne = await t.given.desk(practice, ['coordinator'], { name: 'Anne VIDAL' });
  const { resourceId } = practice.martin;
  const path = `/last-changes/hours/${resourceId}`;
  expect((await sonia.get(path)).body).toEqual({ change: null });
  await anne.put(`/resources/${resourceId}/opening-hours`, hours, 1);
  const late = await sonia.put(`/resources/${resourceId}/opening-hours`, hours, 1);
  expect([late.status, late.body.code]).toEqual([412, 'version.stale']);
  expect((await sonia.get(path)).body.change).toEqual({
    by: 'Anne VIDAL',
    at: expect.stringMatching(/^2026-03-02T07:59:5\d|^2026-03-02T08:00:00/),
    isMine: false,
  });
  expect((await anne.get(path)).body.change.isMine).toBe(true);
  const stranger = await t.given.desk(await t.given.practice());
  expect((await stranger.get(path)).body).toEqual({ change: null });
});

test('the acts named are acts of the API, each with a version', () => {
  const versioned = allEndpoints.filter((endpoint) => endpoint.versioned).map(({ id }) => id);
  // The change it takes back knows the version it left.
  versioned.push(undoOpeningHours.id);
  expect(
    Object.values(changingActs)
      .flat()
      .filter((id) => !versioned.includes(id)),
  ).toEqual([]);
});
