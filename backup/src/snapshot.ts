import pg from 'pg';
import { BackupFault } from './backup-fault.js';
import { becomeBackupRole, openTables } from './backup-role.js';
import { writeAsEverywhere } from './row-checksum.js';
import { type CatalogueTable, listSequences, listTables, quoted, type SequenceState } from './table-catalogue.js';

const lockPatience = '30s';

/** Everything that was committed at one moment, held still on one connection. */
export interface Snapshot {
  readonly reader: pg.Client;
  readonly tables: readonly CatalogueTable[];
  readonly sequences: readonly SequenceState[];
  readonly migrations: readonly string[];
  readonly postgres: string;
}

export async function withSnapshot<T>(ownerUrl: string, read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  const reader = new pg.Client({ connectionString: ownerUrl });
  // A server that goes away is told by the statement it interrupts.
  for (const client of [owner, reader]) client.on('error', () => {});
  try {
    await owner.connect();
    await reader.connect();
    return await read(await openSnapshot(owner, reader));
  } finally {
    await Promise.all([reader.end(), owner.end()]);
  }
}

async function openSnapshot(owner: pg.Client, reader: pg.Client): Promise<Snapshot> {
  await refuseEmpty(owner);
  await openTables(owner, await listTables(owner));
  await writeAsEverywhere(reader);
  await becomeBackupRole(reader, owner);
  const tables = await listTables(owner);
  await reader.query('begin isolation level repeatable read read only');
  await lockTables(reader, tables);
  // The snapshot is of this statement, after the locks: a table emptied or remade since would look empty to it.
  const migrations = await appliedMigrations(reader);
  const sequences = await listSequences(owner);
  const names = (list: readonly CatalogueTable[]) => JSON.stringify(list.map((each) => [quoted(each), each.columns]));
  if (names(tables) !== names(await listTables(reader))) throw new BackupFault('database.changed_while_reading');
  const { rows } = await reader.query<{ version: string }>(`select current_setting('server_version') as version`);
  return { reader, tables, sequences, migrations, postgres: rows[0]?.version.split(' ')[0] ?? '' };
}

async function refuseEmpty(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(`select to_regclass('public.schema_migration') is null as empty`);
  if (rows[0].empty) throw new BackupFault('database.empty');
}

/** No table can be dropped, emptied or rewritten until the end; every other act goes on. */
async function lockTables(reader: pg.Client, tables: readonly CatalogueTable[]): Promise<void> {
  try {
    await reader.query(`set local lock_timeout = '${lockPatience}'`);
    await reader.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
  } catch (cause) {
    // Lock not available; or a table that went between the list and the lock.
    if (['55P03', '42P01'].includes((cause as pg.DatabaseError).code ?? '')) {
      throw new BackupFault('database.busy', {}, { cause });
    }
    throw cause;
  }
}

async function appliedMigrations(reader: pg.Client): Promise<string[]> {
  const { rows } = await reader.query<{ name: string }>('select name from schema_migration order by id');
  return rows.map(({ name }) => name);
}
