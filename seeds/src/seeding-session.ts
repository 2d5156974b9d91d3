import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/** Row-level security binds the owner too: rows of a practice are written as a living session of one of its members. */
export async function withSeedingSession<T>(client: pg.Client, accountId: string, act: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256').update(randomBytes(32)).digest();
  await client.query(
    `insert into app.session (token_hash, account_id, ends_at) values ($1, $2, now() + interval '1 hour')`,
    [hash, accountId],
  );
  await client.query(`select set_config('app.session', $1, true)`, [hash.toString('hex')]);
  const result = await act();
  await client.query(`select set_config('app.session', '', true)`);
  await client.query('delete from app.session where token_hash = $1', [hash]);
  return result;
}

export async function enterPractice(client: pg.Client, practiceId: string): Promise<void> {
  await client.query(`select set_config('app.practice', $1, true)`, [practiceId]);
}

/** All or nothing. */
export async function inTransaction<T>(client: pg.Client, act: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await act();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
