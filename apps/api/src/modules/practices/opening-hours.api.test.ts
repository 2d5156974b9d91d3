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
  const patient = { usedName: 'DURAND', birthName: 'DURAND', firstName: 'Paul' };
  const { resourceId } = martin;
  expect(body).toEqual({
    appointmentsOutside: 2,
    firstOutside: [
      { appointmentId: sooner, resourceId, day: '2026-03-03', startMin: 915, patient },
      { appointmentId: later, resourceId, day: '2026-03-05', startMin: 900, patient },
    ],
  });
  expect(await rulesOf(sonia, practice)).toHaveLength(10);
  await lea.raw('post', `/practices/${practice.id}${path}`, { hours: mornings }).expect(403);
  const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
  await stranger.raw('post', `/practices/${stranger.practiceId}${path}`, { hours: mornings }).expect(404);
});

test('a visit that runs over the new closing time is outside; one that stood outside before is not told again', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const over = await givenVisit(t, practice, { column: martin, day: '2026-03-03', startMin: 690 });
  await givenVisit(t, practice, { column: martin, day: '2026-03-03', startMin: 780 });
  const shorter = mornings.map((morning) => ({ ...morning, endMin: 700 }));
  const afternoons = mornings.map(({ isodow }) => ({ isodow, startMin: 840, endMin: 1080 }));
  const { body } = await save(sonia, martin.resourceId, [...shorter, ...afternoons], 1).expect(200);
  expect(body.appointmentsOutside).toBe(1);
  expect(body.firstOutside).toMatchObject([{ appointmentId: over }]);
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

test('hours from a later day, for a fortnight: before and after it the old week stands', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const at = (day: string) => givenVisit(t, practice, { column: martin, day, startMin: 900 });
  await at('2026-03-05');
  const hit = await at('2026-03-12');
  await at('2026-03-26');
  const week = { from: '2026-03-09', to: '2026-03-22', hours: mornings };
  const path = `/resources/${martin.resourceId}/opening-hours`;
  const preview = await sonia.raw('post', `/practices/${practice.id}${path}/effect`, week).expect(200);
  const { body } = await sonia.put(path, week, 1).expect(200);
  expect(body).toMatchObject(preview.body);
  expect(body.firstOutside).toMatchObject([{ appointmentId: hit }]);
  const afternoons = (await rulesOf(sonia, practice)).filter(({ startMin }) => startMin === 840);
  const spans = new Set(afternoons.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`));
  expect(spans).toEqual(new Set(['null 2026-03-08', '2026-03-23 null']));
});

test('every other Saturday, a stretch kept for emergencies: kept as told, and the finder passes it over', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const turn = { isodow: 6, weekInterval: 2, weekAnchor: '2026-03-12' };
  const saturday = [
    { ...turn, startMin: 540, endMin: 600 },
    { ...turn, startMin: 600, endMin: 630, label: 'urgent' },
  ];
  const { body } = await save(sonia, resourceId, saturday, 1).expect(200);
  expect(body.hours).toMatchObject([
    { startMin: 540, weekInterval: 2, weekAnchor: '2026-03-09', label: '', siteId: null },
    { startMin: 600, weekInterval: 2, weekAnchor: '2026-03-09', label: 'urgent', siteId: null },
  ]);
  const asked = { motifId: practice.consultation, resourceIds: [resourceId], limit: 5, durationMin: 15 };
  const free = await lea.raw('post', `/practices/${practice.id}/free-slots`, { ...asked, fromDay: '2026-03-02' });
  const slots = free.body.slots.map(({ day, startMin }: { day: string; startMin: number }) => `${day} ${startMin}`);
  expect(slots).toEqual(['2026-03-14 540', '2026-03-14 555', '2026-03-14 570', '2026-03-14 585', '2026-03-28 540']);
});

test.each([
  ['begins in the past', { from: '2026-03-01', hours: [] }, 'opening.in_the_past'],
  ['ends before it begins', { from: '2026-03-10', to: '2026-03-09', hours: [] }, 'opening.end_before_start'],
  [
    'alternates from nowhere',
    { hours: [{ isodow: 6, startMin: 540, endMin: 600, weekInterval: 2 }] },
    'opening.anchor_missing',
  ],
  [
    'is kept at a site nobody knows',
    { hours: [{ isodow: 6, startMin: 540, endMin: 600, siteId: '01911111-1111-7111-8111-111111111111' }] },
    'opening.unknown_site',
  ],
  ['opens at 25:00', { hours: [{ isodow: 6, startMin: 1500, endMin: 1560 }] }, 'request.invalid'],
  ['opens on an eighth day', { hours: [{ isodow: 8, startMin: 540, endMin: 600 }] }, 'request.invalid'],
  [
    'has a hundred stretches',
    { hours: Array.from({ length: 100 }, (_, n) => ({ isodow: 1, startMin: n, endMin: n + 1 })) },
    'request.invalid',
  ],
])('a week that %s is refused, in the preview as in the save, and nothing is written', async (_, week, code) => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const before = await rulesOf(sonia, practice);
  const path = `/resources/${practice.martin.resourceId}/opening-hours`;
  const told = await sonia.raw('post', `/practices/${practice.id}${path}/effect`, week).expect(422);
  expect(told.body.code).toBe(code);
  const refused = await sonia.put(path, week, 1).expect(422);
  expect(refused.body.code).toBe(code);
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
