import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { asSuperuser, serverUrls, withDatabase } from '../database.js';
import { Follower, listen, until } from '../live-stream.js';
import { announceFrom } from '../live-writer.js';
import { ServerProcess } from '../server-process.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
let twin: Awaited<ReturnType<TestApp['startTwin']>>;
beforeAll(async () => {
  t = await startTestApp();
  twin = await t.startTwin();
});
afterAll(async () => {
  await twin.stop();
  await t.close();
});

const following: Follower[] = [];
afterEach(() => {
  for (const follower of following.splice(0)) follower.stop();
});

async function follow(...choice: Parameters<typeof Follower.start>): Promise<Follower> {
  const follower = await Follower.start(...choice);
  following.push(follower);
  return follower;
}

/** The same shuffle at each run: a failure can be looked at again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

async function connections(count: number): Promise<pg.Client[]> {
  const url = withDatabase(serverUrls().superuser, t.database);
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
  for (const client of clients) await client.connect();
  return clients;
}

const cutLines = () =>
  asSuperuser((client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'pupitre-live'`,
      [t.database],
    ),
  );

test('an act by one process is heard at the desks of the other', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const there = await listen(twin.app.getHttpServer(), lea);
  await sonia.put(`/resources/${practice.martin.resourceId}/lateness`, { day: '2026-03-02', addMinutes: 5 });
  await until(() => there.ids().includes(practice.martin.resourceId));
  there.stop();
});

test('transactions that overlap, desks that change process, lines cut, the database away: every commit is heard by all', async () => {
  const { practice, lea, sonia } = await t.given.deskWithTwoSecretaries();
  const roll = dice(20_260_302);
  const servers = [t.app.getHttpServer(), twin.app.getHttpServer()];
  const followers = [];
  for (const desk of [lea, sonia, lea]) {
    followers.push(await follow(() => servers[roll(2)] ?? '', desk));
  }
  const writers = await connections(6);
  const underWay: { writer: pg.Client; id: string }[] = [];
  const [committed, withdrawn]: [string[], string[]] = [[], []];

  // Fewer than a desk would be sent back to read everything for, however long it was away.
  for (let turn = 0; turn < 190; turn += 1) {
    const writer = writers.pop();
    if (writer) {
      await writer.query('begin');
      await announceFrom(writer, practice.id, `turn-${turn}`);
      underWay.push({ writer, id: `turn-${turn}` });
    }
    // The oldest is not the first to end, nor the youngest: any of them.
    if (underWay.length > 3) {
      const [ending] = underWay.splice(roll(underWay.length), 1);
      const keeps = roll(5) > 0;
      await ending?.writer.query(keeps ? 'commit' : 'rollback');
      if (ending) (keeps ? committed : withdrawn).push(ending.id);
      if (ending) writers.push(ending.writer);
    }
    if (roll(20) === 0) followers[roll(followers.length)]?.cut();
    if (turn % 10 === 5) await cutLines();
    if (turn === 100) await t.cutConnections();
  }
  for (const { writer, id } of underWay) {
    await writer.query('commit');
    committed.push(id);
  }

  for (const follower of followers) {
    const missing = () => committed.filter((id) => !follower.ids().includes(id));
    await until(() => missing().length === 0, 30_000);
    expect(missing()).toEqual([]);
    expect(follower.ids().filter((id) => withdrawn.includes(id))).toEqual([]);
    // Told one by one: nobody was sent back to read everything.
    expect(follower.states().slice(1)).not.toContain('resync');
  }
  expect([committed.length > 120, withdrawn.length > 20]).toEqual([true, true]);
  for (const writer of [...writers, ...underWay.map((last) => last.writer)]) await writer.end();
}, 120_000);

test('a process is killed in the middle of a day: its desks go on with the other, and miss nothing', async () => {
  const pair = [await ServerProcess.start(t.database), await ServerProcess.start(t.database)] as const;
  const { practice, lea } = await t.given.deskWithTwoSecretaries();
  let at = 0;
  const follower = await follow(() => pair[at]?.url ?? '', lea);
  const [writer] = await connections(1);
  const tell = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, step) => writer && announceFrom(writer, practice.id, `act-${from + step}`)),
    );

  await tell(0, 20);
  await until(() => follower.ids().includes('act-10'));
  const killed = pair[0].end('SIGKILL');
  const telling = tell(20, 40);
  expect(await killed).toBe('SIGKILL');
  await telling;
  at = 1;
  const missing = () => Array.from({ length: 40 }, (_, n) => `act-${n}`).filter((id) => !follower.ids().includes(id));
  await until(() => missing().length === 0, 30_000);
  expect(follower.states()).toEqual(['resync', 'replayed']);
  expect(await pair[1].end('SIGTERM')).toBe(0);
  await writer?.end();
}, 120_000);

test('an idle process with a browser’s spare connections ends at once', async () => {
  const server = await ServerProcess.start(t.database);
  const { lea } = await t.given.deskWithTwoSecretaries();
  const stream = await listen(server.url, lea);
  const spare = await import('node:net').then(({ connect }) => connect(server.port, '127.0.0.1'));
  await new Promise((connected) => spare.once('connect', connected));
  const kept = await fetch(`${server.url}/api/health`, { headers: { connection: 'keep-alive' } });
  await kept.text();
  // Far less than the 25 seconds a request under way would be given, or the minute of a connection that asks nothing.
  const before = Date.now();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(Date.now() - before).toBeLessThan(10_000);
  await stream.ended;
  expect(stream.frames().at(-1)).toMatchObject({ name: 'bye', body: { retryMs: expect.any(Number) } });
  spare.destroy();
}, 60_000);
