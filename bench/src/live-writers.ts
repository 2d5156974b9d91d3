import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { LiveBase } from './live-base.js';
import { now } from './live-desks.js';

const outbox = path.resolve(import.meta.dirname, '../../apps/api/dist/platform/live/live-outbox.js');

/** Commits one act that is told; answers when the commit was sent. */
export type Commit = (id: string) => Promise<number>;

export interface Writer {
  readonly commit: Commit;
  close(): Promise<void>;
}

/** As the product does it: its own statement, in a transaction bound to a session, under row-level security. */
export async function productWriter(base: LiveBase): Promise<Writer> {
  const client = await connect(base);
  const { writeLiveEvents } = await import(pathToFileURL(outbox).href);
  const bind = `select set_config('app.session', $1, true), set_config('app.practice', $2, true)`;
  return {
    commit: (id) =>
      timed(client, async () => {
        await client.query(bind, [base.sessionHash, base.practiceId]);
        const days = id.length > 100 ? [] : ['2026-03-02'];
        await writeLiveEvents(client, base.practiceId, [{ topic: 'appointment', days, ids: id.split(' ') }]);
      }),
    close: () => client.end(),
  };
}

/** The bare minimum: one row, so that both commits wait for the same disk, and its notification. */
export async function floorWriter(base: LiveBase): Promise<Writer> {
  const client = await connect(base);
  return {
    commit: (id) =>
      timed(client, async () => {
        await client.query('insert into bench_floor (id) values ($1)', [id]);
        await client.query(`select pg_notify('bench_floor', $1)`, [JSON.stringify({ ids: [id] })]);
      }),
    close: () => client.end(),
  };
}

async function connect(base: LiveBase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: base.appUrl });
  await client.connect();
  return client;
}

async function timed(client: pg.Client, act: () => Promise<void>): Promise<number> {
  await client.query('begin');
  await act();
  const at = now();
  await client.query('commit');
  return at;
}
