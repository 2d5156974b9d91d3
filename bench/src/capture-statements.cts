/**
 * Loaded before the API (`node --require`): remembers every statement a pooled connection sends, and writes them out
 * when the process ends. The floor replays them: the same SQL, without HTTP.
 */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';

import pg = require('pg');

interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

const sent: Sent[] = [];
const { query } = pg.Client.prototype as { query: (...given: unknown[]) => unknown };

(pg.Client.prototype as { query: unknown }).query = function remember(this: unknown, ...given: unknown[]): unknown {
  const [first, second] = given;
  const text = typeof first === 'string' ? first : (first as { text?: string }).text;
  const values = Array.isArray(second) ? second : ((first as { values?: unknown[] }).values ?? []);
  if (text) sent.push({ text, values });
  return query.apply(this, given);
};

process.once('exit', () => {
  const file = process.env.BENCH_STATEMENTS;
  if (file) writeFileSync(file, serialize(sent));
});
