import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GivenPractice } from '../../../test/given.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const vaccination = ({ martin }: GivenPractice, change: object = {}) => ({
  name: 'Vaccination',
  shortName: 'Vaccin',
  minutes: 10,
  color: 'vaccin',
  place: 'practice',
  resourceIds: [martin.resourceId],
  usualActs: [],
  active: true,
  ...change,
});

test('a coordinator adds a motif, then offers it in another column and retires it', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const added = await sonia.post('/motifs', vaccination(practice)).expect(201);
  expect(added.body).toMatchObject({ ...vaccination(practice), version: 1 });
  const both = [practice.leroy.resourceId, practice.martin.resourceId, practice.leroy.resourceId];
  const form = vaccination(practice, { minutes: 15, resourceIds: both, active: false });
  const edited = await sonia.put(`/motifs/${added.body.id}`, form, 1).expect(200);
  expect(edited.body).toMatchObject({ id: added.body.id, minutes: 15, active: false, version: 2 });
  expect([...edited.body.resourceIds].sort()).toEqual([practice.martin.resourceId, practice.leroy.resourceId].sort());
  const { body } = await sonia.get('/setup').expect(200);
  expect(body.motifs.at(-1)).toEqual(edited.body);
});

test.each([
  ['without minutes', undefined],
  ['of no minute', 0],
  ['of minutes off the grid', 12],
  ['of minutes that are a word', 'quinze'],
  ['longer than a day of work', 485],
])('a motif %s is refused, added or edited, and nothing is written', async (_, minutes) => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const motifs = async () => (await sonia.get('/setup').expect(200)).body.motifs;
  const before = await motifs();
  const added = await sonia.post('/motifs', vaccination(practice, { minutes }));
  const edited = await sonia.put(`/motifs/${practice.consultation}`, vaccination(practice, { minutes }), 1);
  expect([added, edited].map(({ status, body }) => [status, body.code])).toEqual([
    [422, 'request.invalid'],
    [422, 'request.invalid'],
  ]);
  const column = [{ resourceId: practice.martin.resourceId, minutes }];
  expect((await sonia.post('/motifs', vaccination(practice, { durations: column }))).status).toBe(422);
  expect(await motifs()).toEqual(before);
});

test('a name is used once in a practice, and again in another', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const { practice: other, sonia: elsewhere } = await t.given.deskWithTwoSecretaries();
  await sonia.post('/motifs', vaccination(practice)).expect(201);
  const refused = await sonia.post('/motifs', vaccination(practice)).expect(409);
  expect(refused.body.code).toBe('motif.name_taken');
  const renamed = vaccination(practice, { name: '1re consultation' });
  expect((await sonia.put(`/motifs/${practice.consultation}`, renamed, 1).expect(409)).body.code).toBe(
    'motif.name_taken',
  );
  await elsewhere.post('/motifs', vaccination(other)).expect(201);
});

test('an edit from an old version is refused with the version that stands, and changes nothing', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const path = `/motifs/${practice.consultation}`;
  await sonia.put(path, vaccination(practice, { name: 'Consultation', minutes: 20 }), 1).expect(200);
  const refused = await sonia.put(path, vaccination(practice, { name: 'Consultation', minutes: 30 }), 1).expect(412);
  expect(refused.body).toMatchObject({ code: 'version.stale', details: { version: 2 } });
  const { body } = await sonia.get('/setup').expect(200);
  expect(body.motifs.find(({ id }: { id: string }) => id === practice.consultation)).toMatchObject({ minutes: 20 });
});

test('an act that no tariff knows is refused', async () => {
  const { practice, sonia } = await t.given.deskWithTwoSecretaries();
  const refused = await sonia.post('/motifs', vaccination(practice, { usualActs: ['NOPE'] })).expect(422);
  expect(refused.body).toMatchObject({ code: 'charge.unknown_act', details: { codes: ['NOPE'] } });
});

test('columns and motifs of another practice are unknown, and a secretary may not edit motifs', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const { practice: other, sonia: stranger } = await t.given.deskWithTwoSecretaries();
  await sonia.post('/motifs', vaccination(practice, { resourceIds: [other.martin.resourceId] })).expect(404);
  await stranger.put(`/motifs/${practice.consultation}`, vaccination(other), 1).expect(404);
  await lea.post('/motifs', vaccination(practice)).expect(403);
  expect((await sonia.get('/setup')).body.motifs).toHaveLength(2);
});
