import pg from 'pg';
import { DataSource } from 'typeorm';
import { allMigrations } from './all-migrations.js';
import { ensureRoles } from './ensure-roles.js';
import { loadReferenceData } from './reference/load-reference-data.js';
import { workerHashOf } from './worker-secret.js';

/** The owner's connection, for migrations only: the application never gets it. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: allMigrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
  });
}

/**
 * Brings a database to the newest schema and loads the reference tables (communes, tariffs). Safe to run again.
 * @returns how many migrations were applied now.
 */
export async function migrate(ownerUrl: string, appPassword?: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await ensureRoles(client, appPassword);
  } finally {
    await client.end();
  }
  const dataSource = await ownerDataSource(ownerUrl).initialize();
  try {
    const applied = await dataSource.runMigrations();
    await dataSource.query('grant select on schema_migration to pupitre_app, pupitre_backup');
    if (appPassword !== undefined) await keepWorkerHash(dataSource, appPassword);
    await loadReferenceData(dataSource.manager);
    return applied.length;
  } finally {
    await dataSource.destroy();
  }
}

/** Follows the password: an address with a new one makes a new secret at the next migration. */
async function keepWorkerHash(dataSource: DataSource, appPassword: string): Promise<void> {
  await dataSource.query(
    `insert into app.worker_secret (hash) values ($1) on conflict (only_row) do update set hash = excluded.hash`,
    [workerHashOf(appPassword)],
  );
}
