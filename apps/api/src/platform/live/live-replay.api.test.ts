import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { serverUrls, withDatabase } from '../../../test/database.js';
import type { Desk } from '../../../test/desk.js';
import { listen as openStream, type Stream, until } from '../../../test/live-stream.js';
import { announceFrom } from '../../../test/live-writer.js';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { Expiry } from '../database/expiry.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const listen = (desk: Desk, since?: string) =>
  openStream(t.app.getHttpServer(), desk, since === undefined ? {} : { since });

async function connection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: withDatabase(serverUrls().superuser, t.database) });
  await client.connect();
  return client;
}

async function cut(stream: Stream): Promise<string> {
  const cursor = stream.cursor();
  stream.stop();
  await stream.ended;
  return cursor;
}

const late = (desk: Desk, resourceId: string, addMinutes = 5) =>
  desk.put(`/resources/${resourceId}/lateness`, { day: '2026-03-02', addMinutes });

test('an act that began first and was committed last, while the line was cut, is heard', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const slow = await connection();
  const before = await listen(lea);
  await slow.query('begin');
  await announceFrom(slow, practice.id, 'slow');
  await late(sonia, practice.martin.resourceId);
  await until(() => before.ids().length === 1);
  const since = await cut(before);
  await slow.query('commit');

  const { rows } = await t.given.within(practice, () =>
    t.owner.query('select ids[1] as id from live_event where practice_id = $1 order by xid', [practice.id]),
  );
  // By number it comes first: « all that follows the last one heard » would skip it.
  expect(rows.map(({ id }) => id)).toEqual(['slow', practice.martin.resourceId]);
  const after = await listen(lea, since);
  expect(after.state()).toBe('replayed');
  expect(after.ids()).toContain('slow');
  after.stop();
  await slow.end();
});

test('what was heard before the last news is not told again, and the new cursor goes on from there', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const first = await listen(lea);
  for (const addMinutes of [5, 10]) await late(sonia, practice.martin.resourceId, addMinutes);
  await sonia.post('/patients', {
    ...{ birthName: 'CANARI', firstName: 'Zoé', sex: 'F', birthDate: '1990-01-01', withoutPhone: true },
  });
  await until(() => first.changes().length === 3);
  const second = await listen(lea, await cut(first));
  // At most the last one again: a heartbeat in between would have told that it was heard.
  expect([second.state(), second.changes().filter(({ topic }) => topic !== 'patient')]).toEqual(['replayed', []]);
  const third = await listen(lea, await cut(second));
  expect([third.state(), third.changes()]).toEqual(['replayed', []]);
  third.stop();
});

test('the browser’s own header says the same as the query', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const lastEventId = await cut(await listen(lea));
  await late(sonia, practice.leroy.resourceId);
  const again = await openStream(t.app.getHttpServer(), lea, { lastEventId });
  expect(again.ids()).toEqual([practice.leroy.resourceId]);
  again.stop();
});

test('a cursor opens nothing of another practice', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const stranger = await t.given.desk(await t.given.practice());
  const since = await cut(await listen(lea));
  await late(sonia, practice.martin.resourceId);
  const elsewhere = await listen(stranger, since);
  expect([elsewhere.state(), elsewhere.changes()]).toEqual(['replayed', []]);
  elsewhere.stop();
});

describe('a desk that cannot be told what it missed reads everything again', () => {
  const withParts = (change: (parts: string[]) => string[]) => (cursor: string) => change(cursor.split('~')).join('~');
  test.each<[why: string, make: (cursor: string) => string]>([
    ['no cursor', () => ''],
    ['no cursor of ours', () => '42'],
    ['SQL', () => "1~1~1:1:'; drop table live_event"],
    ['another database', withParts(([, at = '', snapshot = '']) => ['other.5', at, snapshot])],
    ['an hour old', withParts(([db = '', at, snapshot = '']) => [db, String(Number(at) - 3_601), snapshot])],
    ['given before a standby took over', withParts(([db = '', at = '']) => [db, at, '900000000:900000000:'])],
    ['an upside-down snapshot', withParts(([db = '', at = '']) => [db, at, '9:5:'])],
    ['a disordered snapshot', withParts(([db = '', at = '']) => [db, at, '5:9:8,6'])],
    ['a snapshot of nothing', withParts(([db = '', at = '']) => [db, at, '0:0:'])],
    ['numbers no transaction has', withParts(([db = '', at = '']) => [db, at, '1:9999999999999999999:'])],
    ['endless', (cursor) => cursor + '9'.repeat(5_000)],
  ])('%s', async (_, make) => {
    const lea = await t.given.desk(await t.given.practice());
    const stream = await listen(lea, make(await cut(await listen(lea))));
    expect([stream.status, stream.state(), stream.changes()]).toEqual([200, 'resync', []]);
    stream.stop();
  });

  test('more news than a screen would read', async () => {
    const { practice, lea } = await t.given.deskWithTwoSecretaries();
    const since = await cut(await listen(lea));
    const writer = await connection();
    for (let count = 0; count < 200; count += 1) await announceFrom(writer, practice.id, `news-${count}`);
    const told = await listen(lea, since);
    expect([told.state(), told.ids().length]).toEqual(['replayed', 200]);
    told.stop();
    await announceFrom(writer, practice.id, 'one-more');
    const reads = await listen(lea, since);
    expect([reads.state(), reads.ids()]).toEqual(['resync', []]);
    reads.stop();
    await writer.end();
  });
});

test('an act that touches more than a notification can name says its topics, and is not refused', async () => {
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  const writer = await connection();
  const stream = await listen(lea);
  await announceFrom(writer, practice.id, ...Array.from({ length: 400 }, (_, at) => `a-long-enough-identifier-${at}`));
  await until(() => stream.changes().length === 1);
  expect(stream.changes()).toEqual([{ topic: 'practice', days: [], ids: [] }]);
  stream.stop();
  await writer.end();
});

test.each([
  'no json',
  '{}',
  '{"practiceId":"1","topic":"till","days":[],"ids":[]}',
  '{"snapshot":"1:1:","at":1,"events":7}',
])('a notification that is not ours (%s) hurts nobody', async (payload) => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const stream = await listen(lea);
  await t.owner.query(`select pg_notify('pupitre_live', $1)`, [payload]);
  await late(sonia, practice.martin.resourceId);
  await until(() => stream.ids().length === 1);
  stream.stop();
});

test('news are kept two hours, in every practice', async () => {
  const practices = [await t.given.practice(), await t.given.practice()];
  for (const practice of practices) {
    await t.given.within(practice, () =>
      t.owner.query(
        `insert into live_event (practice_id, position, topic, days, ids, at)
         select $1, minutes, 'practice', '{}', array['aged-' || minutes], now() - minutes * interval '1 minute'
           from unnest(array[1, 119, 121]) minutes`,
        [practice.id],
      ),
    );
  }
  expect(await t.app.get(Expiry).purge()).toBe(2);
  const kept = await t.owner.query(`select ids[1] as id from live_event where ids[1] like 'aged-%' order by position`);
  expect(kept.rows.map(({ id }) => id)).toEqual(['aged-1', 'aged-1', 'aged-119', 'aged-119']);
});
