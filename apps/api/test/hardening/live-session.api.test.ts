import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LiveHub } from '../../src/platform/live/live-hub.js';
import type { Desk } from '../desk.js';
import { listen as openStream, type Stream, until } from '../live-stream.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const beat = () => t.app.get(LiveHub).beat();

const listen = (desk: Desk, practiceId = desk.practiceId) => openStream(t.app.getHttpServer(), desk, { practiceId });
const changes = (stream: Stream) => stream.changes().length;

test('a desk hears its own practice, by ids alone, and not the other', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const stranger = await t.given.desk(await t.given.practice());
  const [here, elsewhere] = [await listen(lea), await listen(stranger)];
  expect((await listen(lea, stranger.practiceId)).status).toBe(404);
  expect(here.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  const created = await sonia.post('/patients', {
    ...{ birthName: 'CANARI', firstName: 'Zoé', sex: 'F', birthDate: '1990-01-01', withoutPhone: true },
  });
  await until(() => changes(here) === 1);
  expect(here.heard()).toContain(created.body.id);
  expect(here.heard()).not.toContain('CANARI');
  expect(here.heard()).not.toContain(practice.id);
  expect(changes(elsewhere)).toBe(0);
  here.stop();
  elsewhere.stop();
});

test.each([
  ['locked at this desk', (desk: Desk) => desk.raw('post', '/session/lock')],
  ['left', (desk: Desk) => desk.raw('delete', '/session')],
])('a session %s stops hearing at once', async (_, leave) => {
  const lea = await t.given.desk(await t.given.practice());
  const stream = await listen(lea);
  expect((await leave(lea)).status).toBe(204);
  await stream.ended;
});

test.each([
  ['went quiet', `update app.session set last_input_at = now() - interval '16 minutes' where account_id = $1`],
  ['was locked by another process', 'update app.session set locked_at = now() where account_id = $1'],
  ['ended', 'update app.session set ended_at = now() where account_id = $1'],
  ['belongs to a person who was dismissed', 'update app.account set disabled_at = now() where id = $1'],
  ['belongs to a member no more', `update membership set ends_on = current_date - 1 where account_id = $1`],
  ['lost the right to listen', `update membership set roles = '{accountant}' where account_id = $1`],
])('a session that %s stops hearing at the next heartbeat; the others go on', async (_, change) => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const [closed, open] = [await listen(lea), await listen(sonia)];
  await beat();
  await until(() => closed.heard().includes('event: ping'));
  await t.owner.query(change, [lea.accountId]);
  await beat();
  await closed.ended;
  await sonia.put(`/resources/${practice.martin.resourceId}/lateness`, { day: '2026-03-02', addMinutes: 5 });
  await until(() => changes(open) === 1);
  expect(changes(closed)).toBe(0);
  open.stop();
});

test('a ninth stream of one person closes her first, and news in between hurt nobody', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const streams: Stream[] = [];
  for (let count = 0; count < 9; count += 1) streams.push(await listen(lea));
  await sonia.put(`/resources/${practice.martin.resourceId}/lateness`, { day: '2026-03-02', addMinutes: 5 });
  await streams[0]?.ended;
  await until(() => streams.slice(1).every((stream) => changes(stream) === 1));
  for (const stream of streams) stream.stop();
  expect((await lea.get('/setup')).status).toBe(200);
});

test('after the database was away the desks hear what they missed, and a session that ended meanwhile does not', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const [open, closed] = [await listen(lea), await listen(sonia)];
  await t.owner.query('update app.session set ended_at = now() where account_id = $1', [sonia.accountId]);
  await t.cutConnections();
  await t.given.within(practice, () =>
    t.owner.query(
      `insert into live_event (practice_id, position, topic, days, ids) values ($1, 1, 'practice', '{}', '{missed}')`,
      [practice.id],
    ),
  );
  await until(() => open.ids().includes('missed'));
  expect(open.frames().filter(({ name }) => name === 'resync')).toEqual([]);
  await closed.ended;
  expect(closed.ids()).toEqual([]);
  open.stop();
});
