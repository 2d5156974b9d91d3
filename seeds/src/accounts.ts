import { hash } from '@node-rs/argon2';
import type pg from 'pg';
import type { AccountShape } from './practice-shape.js';
import type { Account } from './world.js';

/** Public on purpose, and allowed in demo mode only. */
export const demoPassword = 'pupitre-demo';

/** argon2id as the API verifies it: 64 MiB, three passes, one lane. */
const parameters = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;

/** One person once, however many practices she works for. */
export function accountsOf(shapes: readonly (readonly AccountShape[])[], newId: () => string): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const { email, displayName, initials } of shapes.flat()) {
    if (!accounts.has(email)) accounts.set(email, { id: newId(), email, displayName, initials });
  }
  return accounts;
}

/** In the order the sign-in page lists them. */
export async function insertAccounts(client: pg.Client, accounts: readonly Account[]): Promise<void> {
  for (const [index, account] of accounts.entries()) {
    await client.query(
      `insert into app.account (id, email, password_hash, display_name, initials, created_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6::float8 / 1000))`,
      [account.id, account.email, await hash(demoPassword, parameters), account.displayName, account.initials, index],
    );
  }
}
