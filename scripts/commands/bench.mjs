/** `npm run bench`: the figures of docs/performance.md, on a durable Postgres of its own. */

import { childEnv, launchNode } from '../boot/children.mjs';
import { openTemporaryPostgres } from '../boot/database.mjs';
import { build, install } from '../boot/prepare.mjs';
import { inRoot } from '../boot/root.mjs';

export async function main() {
  await install();
  await build([]);
  // Durable: figures without fsync would be promises nobody can keep.
  const { postgres, home } = await openTemporaryPostgres({ durable: true });
  const child = launchNode([inRoot('bench/dist/run.js'), ...process.argv.slice(3)], {
    env: childEnv({ TEST_SUPERUSER_URL: postgres.superuserUrl, TEST_OWNER_URL: postgres.ownerUrl, DATA_DIR: home }),
  });
  return { exitCode: await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1))) };
}
