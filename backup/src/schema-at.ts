import { allMigrations } from '@pupitre/migrations/all-migrations';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { BackupFault } from './backup-fault.js';

const known: readonly string[] = allMigrations.map((migration) => new migration().name);

/** @throws {BackupFault} when a backup was taken by a version that knows more than this one */
export function refuseNewerSchema(migrations: readonly string[]): void {
  const unknown = migrations.find((name) => !known.includes(name));
  if (unknown) throw new BackupFault('backup.newer_schema', { migration: unknown });
}

/** A connection in a transaction: whatever is done on it is done together, the migrations too. */
export async function inOneTransaction<T>(ownerUrl: string, work: (db: QueryRunner) => Promise<T>): Promise<T> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: allMigrations,
    migrationsTableName: 'schema_migration',
  }).initialize();
  const db = dataSource.createQueryRunner();
  try {
    await db.startTransaction();
    const result = await work(db);
    await db.commitTransaction();
    return result;
  } catch (error) {
    // Nothing to roll back on a connection that broke: the server did it.
    await db.rollbackTransaction().catch(() => {});
    throw error;
  } finally {
    await db.release().catch(() => {});
    await dataSource.destroy();
  }
}

/** Runs what is not applied yet, in order. @param names only these; all that this version knows when it is not given */
export async function bringSchemaTo(db: QueryRunner, names?: readonly string[]): Promise<void> {
  const executor = new MigrationExecutor(db.dataSource, db);
  for (const migration of await executor.getPendingMigrations()) {
    if (names === undefined || names.includes(migration.name)) await executor.executeMigration(migration);
  }
}
