import { randomBytes, randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import copyStreams from 'pg-copy-streams';
import { BackupFault } from './backup-fault.js';
import { folderFault, openUnfinished } from './backup-folder.js';
import { BackupSecret } from './backup-key.js';
import { type PackCount, packFolder } from './document-pack.js';
import { formatVersion, type Manifest, type StoredTable, writeManifest } from './manifest.js';
import { rowState } from './row-checksum.js';
import { type Snapshot, withSnapshot } from './snapshot.js';
import { type Storage, writeStored } from './stored-file.js';
import { type CatalogueTable, columnList, quoted } from './table-catalogue.js';

export interface BackupOrder {
  readonly ownerUrl: string;
  /** Absolute folder that receives a folder pupitre-YYYYMMDD-HHMMSS. */
  readonly to: string;
  readonly key: Buffer | null;
  /** Absolute folder of the documents; it need not exist. */
  readonly documents: string;
  readonly productVersion: string;
  readonly now?: Date;
  readonly signal?: AbortSignal;
}

/** Takes a backup, whole or not at all. @returns its folder and what is in it @throws {BackupFault} */
export async function takeBackup(
  order: BackupOrder,
): Promise<{ readonly folder: string; readonly manifest: Manifest }> {
  const now = order.now ?? new Date();
  const unfinished = await openUnfinished(order.to, now);
  try {
    const salt = randomBytes(16);
    const secret = order.key ? new BackupSecret(order.key, salt) : null;
    const storage = { folder: unfinished.folder, secret };
    const manifest = await withSnapshot(
      order.ownerUrl,
      async (snapshot): Promise<Manifest> => ({
        product: 'pupitre',
        format: formatVersion,
        id: randomUUID(),
        productVersion: order.productVersion,
        takenAt: now.toISOString(),
        postgres: snapshot.postgres,
        migrations: [...snapshot.migrations],
        encryption: secret && { cipher: 'aes-256-gcm', salt: salt.toString('hex'), check: secret.check() },
        tables: await writeTables(snapshot, storage, order.signal),
        sequences: [...snapshot.sequences],
        // After the snapshot: a document is there before the row that names it.
        documents: await writeDocuments(order.documents, storage, order.signal),
      }),
    );
    await writeManifest(storage.folder, manifest, secret);
    return { folder: await unfinished.complete(), manifest };
  } catch (error) {
    await unfinished.discard();
    throw folderFault(error, order.to);
  }
}

async function writeTables(snapshot: Snapshot, storage: Storage, signal?: AbortSignal): Promise<StoredTable[]> {
  const written: StoredTable[] = [];
  for (const table of snapshot.tables) written.push(await writeTable(snapshot, table, storage, signal));
  return written;
}

async function writeTable(
  { reader }: Snapshot,
  table: CatalogueTable,
  storage: Storage,
  signal?: AbortSignal,
): Promise<StoredTable> {
  const { schema, name } = table;
  const columns = [...table.columns];
  const rows = reader.query(copyStreams.to(`copy (select ${columnList(columns)} from ${quoted(table)}) to stdout`));
  const { lines, ...file } = await writeStored(rows as Readable, storage, `${schema}.${name}.copy`, signal);
  const state = await rowState(reader, table);
  // Both are of one snapshot; a difference would be a defect, and the backup would not be one.
  if (lines !== state.rows) throw new BackupFault('database.changed_while_reading');
  return { schema, name, columns, ...state, file };
}

async function writeDocuments(folder: string, storage: Storage, signal?: AbortSignal): Promise<Manifest['documents']> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return null;
  const counted: PackCount = { files: 0, bytes: 0 };
  const { lines: _, ...file } = await writeStored(
    packFolder(path.resolve(folder), counted),
    storage,
    'documents.pack',
    signal,
  );
  return { ...counted, file };
}
