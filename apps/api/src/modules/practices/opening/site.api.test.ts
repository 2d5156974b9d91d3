import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SiteView } from '@pupitre/shared/practices/site.contract';
import type { Desk } from '../../../../test/desk.js';
import { givenVisit } from '../../../../test/given-visits.js';
import { startTestApp, type TestApp } from '../../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const form = (more: object = {}) => ({
  ...{ name: 'Saint-Pierre', street: '3 rue du Port', postalCode: '97410', city: 'Saint-Pierre' },
  ...{ zone: null, holidayZone: null },
  ...more,
});
const reunion = form({ zone: 'Indian/Reunion', holidayZone: 'FR-RE' });
const added = async (desk: Desk, site: object): Promise<SiteView> => (await desk.post('/sites', site).expect(201)).body;
const effectOf = (desk: Desk, body: object) => desk.raw('post', `/practices/${desk.practiceId}/sites/effect`, body);

test('a column follows the clock and the calendar of its home site, wherever the practice is', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const site = await added(sonia, reunion);
  const moved = await sonia.put(`/resources/${resourceId}/site`, { siteId: site.id }, 1).expect(200);
  expect(moved.body).toMatchObject({ version: 2, appointmentsOutside: 0 });
  const patient = await t.given.patient(practice);
  const place = { resourceId, motifId: practice.consultation, patientId: patient.id, durationMin: 15, startMin: 540 };
  const { body } = await lea.post('/appointments', { ...place, day: '2026-03-03' }).expect(201);
  expect(Date.parse(body.appointment.startsAt)).toBe(Date.parse('2026-03-03T05:00:00Z'));
  const refused = await lea.post('/appointments', { ...place, day: '2026-12-20', startMin: 600 }).expect(409);
  const codes = refused.body.details.refusals.map(({ code }: { code: string }) => code);
  expect(codes).toContain('appointment.public_holiday');
  const free = await lea.raw('post', `/practices/${practice.id}/free-slots`, {
    ...{ motifId: practice.consultation, durationMin: 15, limit: 1, fromDay: '2026-03-02', resourceIds: [resourceId] },
  });
  // 9:00 in Paris is 12:00 there: the morning is over.
  expect(free.body.slots).toMatchObject([{ day: '2026-03-02', startMin: 840 }]);
  const setup = (await lea.get('/setup')).body;
  expect(setup.sites).toMatchObject([
    { name: 'Saint-Pierre', zone: 'Indian/Reunion' },
    { name: 'Site', zone: null },
  ]);
  expect(setup.resources[0]).toMatchObject({ id: resourceId, siteId: site.id });
});

test('an absence is noted on the clock of the column', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { resourceId } = practice.martin;
  const site = await added(sonia, reunion);
  await sonia.put(`/resources/${resourceId}/site`, { siteId: site.id }, 1).expect(200);
  const absence = { resourceId, fromDay: '2026-03-03', fromMin: 840, toDay: '2026-03-03', toMin: 1080 };
  const { body } = await lea.post('/absences', { ...absence, reason: 'training', note: '' }).expect(201);
  expect(body.absence).toMatchObject({ startsAt: '2026-03-03T10:00:00.000Z', endsAt: '2026-03-03T14:00:00.000Z' });
});

test('another calendar tells first whom it leaves outside', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const hit = await givenVisit(t, practice, { column: practice.martin, day: '2026-04-03', startMin: 600 });
  const [home] = (await sonia.get('/setup')).body.sites;
  const alsace = form({ name: 'Site', holidayZone: 'FR-67' });
  const preview = await effectOf(sonia, { siteId: home.id, form: alsace }).expect(200);
  expect(preview.body.firstOutside).toMatchObject([{ appointmentId: hit, day: '2026-04-03' }]);
  const { body } = await sonia.put(`/sites/${home.id}`, alsace, 1).expect(200);
  expect(body).toMatchObject({ site: { version: 2, holidayZone: 'FR-67' }, ...preview.body });
  const stale = await sonia.put(`/sites/${home.id}`, alsace, 1).expect(412);
  expect(stale.body.details).toEqual({ version: 2 });
});

test('a clock is not changed under visits to come, nor under hours kept elsewhere', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { martin } = practice;
  const [home] = (await sonia.get('/setup')).body.sites;
  const there = await added(sonia, reunion);
  const near = await added(sonia, form({ name: 'Annexe' }));
  const hours = [{ isodow: 1, startMin: 480, endMin: 720, siteId: near.id }];
  const path = `/resources/${martin.resourceId}/opening-hours`;
  await sonia.put(path, { hours }, 1).expect(200);
  const foreign = await sonia.put(path, { hours: [{ ...hours[0], siteId: there.id }] }, 2).expect(422);
  expect(foreign.body.code).toBe('opening.site_zone_differs');
  const moved = { name: 'Site', zone: 'Indian/Reunion' };
  expect((await sonia.put(`/sites/${home.id}`, form(moved), 1).expect(422)).body.code).toBe(
    'opening.site_zone_differs',
  );
  const visited = await sonia.put(`/sites/${near.id}`, form({ name: 'Annexe', zone: 'Indian/Reunion' }), 1).expect(422);
  expect(visited.body.code).toBe('opening.site_zone_differs');
  await givenVisit(t, practice, { column: martin, day: '2026-03-09', startMin: 600 });
  expect((await sonia.put(`/sites/${home.id}`, form(moved), 1).expect(409)).body.code).toBe('site.zone_in_use');
  const change = { resourceId: martin.resourceId, homeSiteId: there.id };
  expect((await effectOf(sonia, change).expect(409)).body.code).toBe('site.zone_in_use');
  expect((await sonia.get('/setup')).body.sites).toContainEqual(home);
});

test('a site that something stands on stays; another goes', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const near = await added(sonia, form());
  expect((await sonia.delete(`/sites/${practice.siteId}`).expect(409)).body.code).toBe('site.in_use');
  await sonia.delete(`/sites/${near.id}`).expect(204);
  await sonia.delete(`/sites/${near.id}`).expect(404);
});

test.each([
  ['a name that is taken', { name: 'Site' }, 409, 'site.name_taken'],
  ['no name', { name: ' ' }, 422, 'request.invalid'],
  ['a clock of no French practice', { zone: 'Asia/Tokyo' }, 422, 'request.invalid'],
  ['a calendar nobody keeps', { holidayZone: 'FR-99' }, 422, 'request.invalid'],
])('a site with %s is refused', async (_, more, status, code) => {
  const { sonia } = await t.given.deskWithTwoSecretaries();
  expect((await sonia.post('/sites', form(more)).expect(status)).body.code).toBe(code);
  expect((await sonia.get('/setup')).body.sites).toHaveLength(1);
});

test('sites are the practice’s own, and the coordinator’s to change', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { sonia: stranger } = await t.given.deskWithTwoSecretaries();
  await lea.post('/sites', form()).expect(403);
  const site = await added(sonia, form());
  await stranger.put(`/sites/${site.id}`, form(), 1).expect(404);
  await stranger.delete(`/sites/${site.id}`).expect(404);
  const { resourceId } = practice.martin;
  const foreign = await sonia.put(`/resources/${resourceId}/site`, { siteId: stranger.practiceId }, 1).expect(422);
  expect(foreign.body.code).toBe('opening.unknown_site');
  const stale = await sonia.put(`/resources/${resourceId}/site`, { siteId: site.id }, 9).expect(412);
  expect(stale.body.details).toEqual({ version: 1 });
});
