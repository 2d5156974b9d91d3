/**
 * Loaded before the API (`node --require`): remembers every statement a connection sends, and writes them out when the
 * process ends. The floor replays them: the same SQL, without HTTP.
 */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';

import pg = require('pg');

interface Sent {
  /** Number of the connection: what runs in the background does not mix with a request. */
  readonly connection: number;
  readonly text: string;
  readonly values: readonly unknown[];
}

const sent: Sent[] = [];
const connections = new WeakMap<object, number>();
let opened = 0;
const { query } = pg.Client.prototype as { query: (...given: unknown[]) => unknown };

(pg.Client.prototype as { query: unknown }).query = function remember(this: object, ...given: unknown[]): unknown {
  const [first, second] = given;
  const text = typeof first === 'string' ? first : (first as { text?: string }).text;
  const values = Array.isArray(second) ? second : ((first as { values?: unknown[] }).values ?? []);
  if (text) sent.push({ connection: numberOf(this), text, values });
  return query.apply(this, given);
};

function numberOf(client: object): number {
  const known = connections.get(client);
  if (known !== undefined) return known;
  opened += 1;
  connections.set(client, opened);
  return opened;
}

process.once('exit', () => {
  const file = process.env.BENCH_STATEMENTS;
  if (file) writeFileSync(file, serialize(sent));
});
