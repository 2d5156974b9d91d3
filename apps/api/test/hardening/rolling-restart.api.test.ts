import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Desk } from '../desk.js';
import { Follower, until } from '../live-stream.js';
import { RoundRobinProxy } from '../round-robin-proxy.js';
import { ServerProcess } from '../server-process.js';
import { startTestApp, type TestApp } from '../test-app.js';

let t: TestApp;
const servers: ServerProcess[] = [];
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(async () => {
  for (const server of servers) await server.end('SIGKILL');
  await t.close();
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start(t.database, env);
  servers.push(server);
  return server;
}

/** One person working without a pause until told to stop: what she made, and what failed. */
class Worker {
  readonly failures: string[] = [];
  readonly created: string[] = [];
  private isOver = false;
  private readonly done: Promise<void>;

  constructor(
    private readonly root: string,
    private readonly desk: Desk,
  ) {
    this.done = this.work();
  }

  stop(): Promise<void> {
    this.isOver = true;
    return this.done;
  }

  private async work(): Promise<void> {
    while (!this.isOver) {
      await this.call('GET', '/setup');
      const birthName = randomUUID().replace(/[^a-f]/g, 'k');
      const made = await this.call('POST', '/patients', {
        ...{ birthName, firstName: 'Zoé', sex: 'F', birthDate: '1990-01-01', withoutPhone: true },
      });
      if (made) this.created.push(made.id);
    }
  }

  private async call(method: string, path: string, body?: object): Promise<{ id: string } | null> {
    try {
      const reply = await fetch(`${this.root}/api/practices/${this.desk.practiceId}${path}`, {
        method,
        headers: { cookie: this.desk.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: body && JSON.stringify(body),
      });
      const answer = await reply.json();
      if (reply.ok) return answer;
      this.failures.push(`${method} ${path} ${reply.status} ${answer.code}`);
    } catch (error) {
      this.failures.push(`${method} ${path} ${(error as Error).cause ?? error}`);
    }
    return null;
  }
}

test('two processes behind a proxy are restarted one after the other under load: no request fails, no desk misses an act', async () => {
  const pair = [await start({ DRAIN_SECONDS: '1' }), await start({ DRAIN_SECONDS: '1' })];
  const proxy = new RoundRobinProxy(pair.map(({ url }) => url));
  const root = await proxy.listen();
  const { lea, sonia } = await t.given.deskWithTwoSecretaries();
  const follower = await Follower.start(() => proxy.server, lea);
  const workers = [lea, sonia].map((desk) => new Worker(root, desk));
  const created = () => workers.flatMap((worker) => worker.created);
  const someWork = async () => {
    const before = created().length;
    await until(() => created().length > before + 10, 60_000);
  };

  for (const server of pair) {
    await someWork();
    expect(await server.end('SIGTERM')).toBe(0);
    await server.boot();
  }
  await someWork();

  await Promise.all(workers.map((worker) => worker.stop()));
  expect(workers.flatMap(({ failures }) => failures)).toEqual([]);
  const missing = () => created().filter((id) => !follower.ids().includes(id));
  await until(() => missing().length === 0, 30_000);
  // It was told to come back once at least: the process it listened to was restarted.
  expect(follower.states().slice(1)).toContain('replayed');
  expect(follower.states().slice(1)).not.toContain('resync');
  follower.stop();
  await proxy.close();
}, 240_000);
