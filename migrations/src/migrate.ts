import pg from 'pg';
import { DataSource } from 'typeorm';
import { allMigrations } from './all-migrations.js';
import { ensureRoles } from './ensure-roles.js';
import { loadReferenceData } from './reference/load-reference-data.js';
import { workerHashOf } from './worker-secret.js';

const lockPatienceMs = 2_000;
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000];
const lockNotAvailable = '55P03';

/** The owner's connection, for migrations only: the application never gets it. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: allMigrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    // A change of a table waits behind its longest reader, and every later reader waits behind the change.
    extra: { lock_timeout: lockPatienceMs, application_name: 'pupitre-migrate' },
  });
}

/**
 * Brings a database to the newest schema and loads the reference tables (communes, tariffs). Safe to run again, and
 * from two places at once: the second waits for the first. While desks are open, a migration that cannot get a table
 * within two seconds lets them pass and tries again, six times in all; what was applied stays applied.
 * @returns how many migrations were applied now.
 */
export async function migrate(ownerUrl: string, appPassword?: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('pupitre migrations', 7))`);
    await ensureRoles(client, appPassword);
    await client.query(`set lock_timeout = ${lockPatienceMs}`);
    const before = await patiently(() => countApplied(client));
    await patiently(() => applyAll(ownerUrl, appPassword));
    return (await patiently(() => countApplied(client))) - before;
  } finally {
    await client.end();
  }
}

async function applyAll(ownerUrl: string, appPassword?: string): Promise<void> {
  const dataSource = await ownerDataSource(ownerUrl).initialize();
  try {
    await dataSource.runMigrations();
    await dataSource.query('grant select on schema_migration to pupitre_app, pupitre_backup');
    if (appPassword !== undefined) await keepWorkerHash(dataSource, appPassword);
    await loadReferenceData(dataSource.manager);
  } finally {
    await dataSource.destroy();
  }
}

async function countApplied(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query(`select to_regclass('schema_migration') is not null as there`);
  if (!tables[0].there) return 0;
  const { rows } = await client.query('select count(*)::int as applied from schema_migration');
  return rows[0].applied;
}

async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await act();
    } catch (error) {
      if ((error as { code?: string }).code !== lockNotAvailable) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return act();
}

/** Follows the password: an address with a new one makes a new secret at the next migration. */
async function keepWorkerHash(dataSource: DataSource, appPassword: string): Promise<void> {
  await dataSource.query(
    `insert into app.worker_secret (hash) values ($1) on conflict (only_row) do update set hash = excluded.hash`,
    [workerHashOf(appPassword)],
  );
}
