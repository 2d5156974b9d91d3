import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OpeningRuleView } from '@pupitre/shared/practices/practice.contract';
import type { Desk } from '../../../test/desk.js';
import type { GivenPractice } from '../../../test/given.js';
import { givenVisit } from '../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const mornings = [1, 2, 3, 4, 5].map((isodow) => ({ isodow, startMin: 480, endMin: 720 }));

const save = (desk: Desk, resourceId: string, hours: object[], version?: number) =>
  desk.put(`/resources/${resourceId}/opening-hours`, { hours }, version);

async function rulesOf(desk: Desk, practice: GivenPractice): Promise<OpeningRuleView[]> {
  const { body } = await desk.get('/setup').expect(200);
  return body.openingRules.filter(({ resourceId }: OpeningRuleView) => resourceId === practice.martin.resourceId);
}

test('a coordinator closes the afternoons: past days keep theirs, and the visits left outside are counted', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const at = (day: string, startMin: number, status = 'booked') =>
    givenVisit(t, practice, { column: martin, day, startMin, status });
  await at('2026-03-03', 900);
  await at('2026-03-04', 700, 'confirmed');
  await at('2026-03-05', 705);
  await at('2026-03-06', 600);
  await at('2026-03-05', 900, 'cancelled');
  await at('2026-02-26', 900);
  await givenVisit(t, practice, { column: practice.leroy, day: '2026-03-03', startMin: 900 });

  const { body } = await save(sonia, martin.resourceId, mornings, 1).expect(200);
  expect(body.resource).toMatchObject({ id: martin.resourceId, version: 2 });
  expect(body.hours).toHaveLength(5);
  expect(body.appointmentsOutside).toBe(1);

  const rules = await rulesOf(sonia, practice);
  const afternoons = rules.filter(({ startMin }) => startMin === 840);
  expect(new Set(afternoons.map(({ validTo }) => validTo))).toEqual(new Set(['2026-03-01']));
  const kept = rules.filter(({ startMin }) => startMin === 480);
  expect(new Set(kept.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`))).toEqual(new Set(['null null']));
});

test('the effect is told before anything is saved, earliest visits first', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const at = (day: string, startMin: number) => givenVisit(t, practice, { column: martin, day, startMin });
  const later = await at('2026-03-05', 900);
  const sooner = await at('2026-03-03', 915);
  await at('2026-03-03', 600);
  const path = `/resources/${martin.resourceId}/opening-hours/effect`;
  const { body } = await sonia.raw('post', `/practices/${practice.id}${path}`, { hours: mornings }).expect(200);
  expect(body).toEqual({
    appointmentsOutside: 2,
    firstOutside: [
      { appointmentId: sooner, day: '2026-03-03', startMin: 915 },
      { appointmentId: later, day: '2026-03-05', startMin: 900 },
    ],
  });
  expect(await rulesOf(sonia, practice)).toHaveLength(10);
  await lea.raw('post', `/practices/${practice.id}${path}`, { hours: mornings }).expect(403);
  const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
  await stranger.raw('post', `/practices/${stranger.practiceId}${path}`, { hours: mornings }).expect(404);
});

test('a visit that runs over the new closing time is outside', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  await givenVisit(t, practice, { column: practice.martin, day: '2026-03-03', startMin: 710 });
  const { body } = await save(sonia, practice.martin.resourceId, mornings, 1).expect(200);
  expect(body.appointmentsOutside).toBe(1);
});

test('hours changed twice the same day leave no trace of the first try', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  await save(sonia, resourceId, [{ isodow: 6, startMin: 540, endMin: 720 }], 1).expect(200);
  await save(sonia, resourceId, [{ isodow: 6, startMin: 570, endMin: 720 }], 2).expect(200);
  const saturdays = (await rulesOf(sonia, practice)).filter(({ isodow }) => isodow === 6);
  expect(saturdays).toMatchObject([{ startMin: 570, endMin: 720, validFrom: '2026-03-02', validTo: null }]);
});

test('no hours at all closes the column', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { body } = await save(sonia, practice.martin.resourceId, [], 1).expect(200);
  expect(body.hours).toEqual([]);
});

test('overlapping or backward hours are refused and nothing changes', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const before = await rulesOf(sonia, practice);
  const overlapping = await save(
    sonia,
    resourceId,
    [
      { isodow: 1, startMin: 480, endMin: 720 },
      { isodow: 1, startMin: 700, endMin: 800 },
    ],
    1,
  ).expect(422);
  expect(overlapping.body).toMatchObject({
    code: 'opening.overlapping_hours',
    details: { faults: [{ index: 1, code: 'overlap' }] },
  });
  const backward = await save(sonia, resourceId, [{ isodow: 1, startMin: 720, endMin: 480 }], 1).expect(422);
  expect(backward.body.details.issues[0].path).toBe('body.hours.0.endMin');
  expect(await rulesOf(sonia, practice)).toEqual(before);
});

test('two who save from the same version: the second is refused with the version that stands', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const replies = await Promise.all([
    save(sonia, resourceId, mornings, 1),
    save(sonia, resourceId, mornings.slice(1), 1),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  const refused = replies.find(({ status }) => status === 412);
  expect(refused?.body).toMatchObject({ code: 'version.stale', details: { version: 2 } });
  await save(sonia, resourceId, mornings).expect(428);
});

test('a secretary may not change hours, and another practice’s column is unknown', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
  await save(lea, practice.martin.resourceId, mornings, 1).expect(403);
  await save(stranger, practice.martin.resourceId, mornings, 1).expect(404);
});
