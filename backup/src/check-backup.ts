import { Writable } from 'node:stream';
import { BackupFault } from './backup-fault.js';
import { findBackup } from './backup-folder.js';
import { Unpacker } from './document-unpacker.js';
import { type Manifest, readManifest } from './manifest.js';
import { readStored, type Storage } from './stored-file.js';

export interface OpenedBackup {
  readonly storage: Storage;
  readonly manifest: Manifest;
}

/** @param from a backup, or the folder of several: then the newest one */
export async function openBackup(from: string, key: Buffer | null): Promise<OpenedBackup> {
  const folder = await findBackup(from);
  const { manifest, secret } = await readManifest(folder, key);
  return { manifest, storage: { folder, secret } };
}

/** Reads every byte of a backup, without a database. @throws {BackupFault} at the first one that is not as it was */
export async function checkBackup({ manifest, storage }: OpenedBackup, signal?: AbortSignal): Promise<void> {
  for (const table of manifest.tables) {
    const { lines } = await readStored(table.file, storage, nowhere(), signal);
    if (lines !== table.rows) throw new BackupFault('backup.file_damaged', { file: table.file.name });
  }
  if (manifest.documents) await unpackDocuments({ manifest, storage }, null, signal);
}

/** @param root where to; null reads only */
export async function unpackDocuments(
  { manifest: { documents }, storage }: OpenedBackup,
  root: string | null,
  signal?: AbortSignal,
): Promise<void> {
  if (documents === null) return;
  const unpacker = new Unpacker(root, documents.file.name);
  await readStored(documents.file, storage, unpacker, signal);
  const { files, bytes } = unpacker.counted;
  if (files !== documents.files || bytes !== documents.bytes) {
    throw new BackupFault('backup.file_damaged', { file: documents.file.name });
  }
}

const nowhere = () => new Writable({ write: (_piece, _encoding, done) => done() });
