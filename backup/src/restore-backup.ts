import { randomUUID } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { ensureRoles } from '@pupitre/migrations/ensure-roles';
import pg from 'pg';
import { BackupFault } from './backup-fault.js';
import { folderFault } from './backup-folder.js';
import { checkBackup, type OpenedBackup, openBackup, unpackDocuments } from './check-backup.js';
import { diskFull, loadTables } from './load-tables.js';
import type { Manifest } from './manifest.js';
import { dropEverything, refuseTarget } from './restore-target.js';
import { bringSchemaTo, inOneTransaction, refuseNewerSchema } from './schema-at.js';
import { discardStage, documentsIn, openStage, settleRestore } from './staged-restore.js';

export interface RestoreOrder {
  readonly ownerUrl: string;
  /** Absolute data folder of the installation. */
  readonly home: string;
  /** A backup, or the folder of several: then the newest. */
  readonly from: string;
  readonly key: Buffer | null;
  readonly replace: boolean;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: 'checking' | 'loading') => void;
}

/**
 * Puts a backup into a database: everything in one transaction, schema included, so that whoever looks sees what was
 * there before or the whole of the backup. The owner's migrations must be run after it: they give the application's
 * role its password.
 * @throws {BackupFault} before anything was written, or with everything as it was
 */
export async function restoreBackup(order: RestoreOrder): Promise<Manifest> {
  const { home, ownerUrl } = order;
  const backup = await openBackup(order.from, order.key);
  refuseNewerSchema(backup.manifest.migrations);
  await withOwner(ownerUrl, (client) => refuseTarget(client, targetOf(order)));
  order.onStep?.('checking');
  await checkBackup(backup, order.signal);
  order.onStep?.('loading');
  await settleRestore(home, ownerUrl);
  const id = randomUUID();
  const staged = await openStage(home, { id, from: backup.storage.folder, startedAt: new Date().toISOString() });
  try {
    await unpackDocuments(backup, staged, order.signal);
    await chmod(staged, 0o700);
    await withOwner(ownerUrl, (client) => ensureRoles(client));
    await inOneTransaction(ownerUrl, (db) => replaceAll(db, backup, order, id));
  } catch (error) {
    await settleAfterFailure(home, ownerUrl);
    if ((error as pg.DatabaseError).code === diskFull) throw new BackupFault('target.disk_full', {}, { cause: error });
    throw folderFault(error, home);
  }
  await settleRestore(home, ownerUrl);
  await withOwner(ownerUrl, (client) => client.query('analyze'));
  return backup.manifest;
}

async function replaceAll(
  db: Parameters<Parameters<typeof inOneTransaction>[1]>[0],
  backup: OpenedBackup,
  order: RestoreOrder,
  id: string,
): Promise<void> {
  const { manifest } = backup;
  const client: pg.PoolClient = await db.connect();
  await refuseTarget(client, targetOf(order));
  await dropEverything(client);
  await bringSchemaTo(db, manifest.migrations);
  await loadTables(client, backup, order.signal);
  await bringSchemaTo(db);
  await client.query('grant select on schema_migration to pupitre_app, pupitre_backup');
  await client.query('insert into app.restoration (id, backup_id, taken_at, product_version) values ($1, $2, $3, $4)', [
    id,
    manifest.id,
    manifest.takenAt,
    manifest.productVersion,
  ]);
}

const targetOf = ({ replace, home }: RestoreOrder) => ({ replace, documents: documentsIn(home) });

/** The commit may have reached the server although its answer did not reach us: the database is asked. */
async function settleAfterFailure(home: string, ownerUrl: string): Promise<void> {
  const settled = await settleRestore(home, ownerUrl).catch(() => null);
  if (settled?.outcome === 'empty') await discardStage(home);
}

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
