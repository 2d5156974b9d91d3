import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const view = (name: string, resourceId: string) => ({
  id: randomUUID(),
  name,
  resourceIds: [resourceId],
  list: false,
  density: 'tactile',
});

test('the views she named follow her to another desk, and the theme changed there leaves them alone', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const morning = view('Matin', practice.martin.resourceId);
  const saved = await lea.raw('put', '/session/preferences', { views: { [practice.id]: [morning] } });
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({ density: 'auto', views: { [practice.id]: [morning] } });
  await lea.raw('put', '/session/preferences', { theme: 'dark' });
  const read = await lea.raw('get', '/session');
  expect(read.body.preferences).toMatchObject({ theme: 'dark', views: { [practice.id]: [morning] } });
});

test('the views of a colleague are hers', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  await lea.raw('put', '/session/preferences', {
    views: { [practice.id]: [view('Matin', practice.martin.resourceId)] },
  });
  expect((await sonia.raw('get', '/session')).body.preferences.views).toEqual({});
});

test('the views of a practice she does not work in are not kept', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const saved = await lea.raw('put', '/session/preferences', {
    views: { [randomUUID()]: [view('Ailleurs', practice.martin.resourceId)] },
  });
  expect([saved.status, saved.body.views]).toEqual([200, {}]);
});

test.each([
  ['no name', { name: '' }],
  ['no column', { resourceIds: [] }],
  ['a density that does not exist', { density: 'huge' }],
])('a view with %s is refused', async (_case, fault) => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const views = { [practice.id]: [{ ...view('Matin', practice.martin.resourceId), ...fault }] };
  const refused = await lea.raw('put', '/session/preferences', { views });
  expect([refused.status, refused.body.code]).toEqual([422, 'request.invalid']);
});
