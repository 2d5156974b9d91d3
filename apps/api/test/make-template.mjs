import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** Password of the application's role on the test server; the server lives in a temporary folder on loopback. */
export const appPassword = 'test-app-role';

/** Makes the migrated template once a schema; every test file clones it. Returns its name. */
export async function ensureTemplate() {
  const { TEST_SUPERUSER_URL: superuser, TEST_OWNER_URL: owner } = process.env;
  if (!superuser || !owner)
    throw new Error('TEST_SUPERUSER_URL and TEST_OWNER_URL are not set: run the tests by npm test');
  const name = templateName();
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return name;
    const making = `${name}_making`;
    await client.query(`drop database if exists ${making} with (force)`);
    await client.query(`create database ${making} owner pupitre_owner`);
    const url = new URL(owner);
    url.pathname = `/${making}`;
    const { migrate } = await import('@pupitre/migrations/migrate');
    await migrate(url.toString(), appPassword);
    await client.query(`alter database ${making} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** The name changes with the compiled migrations, so a stale template is never cloned. */
function templateName() {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@pupitre/migrations/migrate')));
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.js')) hash.update(readFileSync(path.join(folder, file)));
  }
  return `pupitre_template_${hash.digest('hex').slice(0, 12)}`;
}
