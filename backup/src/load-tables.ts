import type { Writable } from 'node:stream';
import pg, { type PoolClient } from 'pg';
import copyStreams from 'pg-copy-streams';
import { BackupFault } from './backup-fault.js';
import type { OpenedBackup } from './check-backup.js';
import type { Manifest, StoredTable } from './manifest.js';
import { rowState, writeAsEverywhere } from './row-checksum.js';
import { setAside } from './set-aside.js';
import { readStored } from './stored-file.js';
import { columnList, productSchemas, quoted } from './table-catalogue.js';

/** SQLSTATE of a server that has no room left. */
export const diskFull = '53100';

/** Fills the tables of a schema that was just made, in the caller's transaction, and compares every row checksum. */
export async function loadTables(
  client: PoolClient,
  { manifest, storage }: OpenedBackup,
  signal?: AbortSignal,
): Promise<void> {
  await writeAsEverywhere(client);
  await client.query(`set local maintenance_work_mem = '256MB'`);
  const protectAgain = await liftRowSecurity(client);
  const bringBack = await setAside(client);
  for (const table of manifest.tables) await loadTable(client, table, { manifest, storage }, signal);
  // Foreign keys are checked as joins, and while the owner sees every row: under forced security they would find nothing to refuse.
  for (const statement of bringBack) await asRefusal(statement, client.query(statement));
  await setSequences(client, manifest);
  for (const statement of protectAgain) await client.query(statement);
}

async function loadTable(
  client: PoolClient,
  table: StoredTable,
  { storage }: OpenedBackup,
  signal?: AbortSignal,
): Promise<void> {
  const rows = client.query(copyStreams.from(`copy ${quoted(table)} (${columnList(table.columns)}) from stdin`));
  await asRefusal(table.name, readStored(table.file, storage, rows as Writable, signal));
  const state = await rowState(client, table);
  if (state.rows !== table.rows || state.rowChecksum !== table.rowChecksum) {
    throw new BackupFault('backup.rows_differ', { table: table.name });
  }
}

/** The message names a column or a constraint; what the row held is in the details, which stay unsaid. */
async function asRefusal(table: string, work: Promise<unknown>): Promise<void> {
  await work.catch((cause) => {
    if (!(cause instanceof pg.DatabaseError) || cause.code === diskFull) throw cause;
    throw new BackupFault('backup.rows_refused', { table: cause.table ?? table, reason: cause.message }, { cause });
  });
}

/** Forced security binds the owner too. @returns the statements that force it again */
async function liftRowSecurity(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relforcerowsecurity`,
    [productSchemas],
  );
  for (const { table } of rows) await client.query(`alter table ${table} no force row level security`);
  return rows.map(({ table }) => `alter table ${table} force row level security`);
}

async function setSequences(client: PoolClient, { sequences }: Manifest): Promise<void> {
  for (const { lastValue, isCalled, ...sequence } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(sequence), lastValue, isCalled]);
  }
}
