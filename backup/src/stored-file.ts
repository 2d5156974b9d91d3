import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupFault } from './backup-fault.js';
import type { BackupSecret } from './backup-key.js';
import type { StoredFile } from './manifest.js';
import { openStream, sealStream } from './sealed-stream.js';

/** Measured in docs/operations/backup.md: level 6 takes twice the time for a twelfth less. */
const compressionLevel = 3;
const pieceBytes = 64 * 1024;

/** Where a backup's files are, and what opens them; null when they are not encrypted. */
export interface Storage {
  readonly folder: string;
  readonly secret: BackupSecret | null;
}

/** Watches what flows by. */
class Meter extends Transform {
  bytes = 0;
  lines = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly counts: 'lines' | 'hash') {
    super();
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: (error: null, piece: Buffer) => void): void {
    this.bytes += piece.length;
    if (this.counts === 'hash') this.hash.update(piece);
    else for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) this.lines += 1;
    done(null, piece);
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}

/** Streams, compresses, seals, writes, and waits until the disk has it. @returns lines of the content, too */
export async function writeStored(
  source: Readable,
  storage: Storage,
  baseName: string,
  signal?: AbortSignal,
): Promise<StoredFile & { readonly lines: number }> {
  const name = `${baseName}.gz${storage.secret ? '.sealed' : ''}`;
  const file = await open(path.join(storage.folder, name), 'wx', 0o600);
  return { name, ...(await writeInto(file, source, storage.secret, name, signal)) };
}

/** Closes `file`, whatever happens. */
export async function writeInto(
  file: FileHandle,
  source: Readable,
  secret: BackupSecret | null,
  name: string,
  signal?: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string; readonly lines: number }> {
  const plain = new Meter('lines');
  const stored = new Meter('hash');
  const gzip = createGzip({ level: compressionLevel, chunkSize: pieceBytes });
  const sink = file.createWriteStream({ flush: true });
  const steps = [source, plain, gzip, ...(secret ? [sealStream(secret, name)] : []), stored, sink];
  await pipeline(steps as [Readable, ...Transform[], Writable], { signal });
  return { bytes: stored.bytes, sha256: stored.sha256(), lines: plain.lines };
}

/**
 * Streams the content of a stored file into `sink`.
 * @throws {BackupFault} when it is missing, or is not byte for byte what the manifest says; what came out before that
 *   is worth nothing
 */
export async function readStored(
  file: StoredFile,
  storage: Storage,
  sink: Writable,
  signal?: AbortSignal,
): Promise<{ readonly lines: number }> {
  const stored = new Meter('hash');
  const plain = new Meter('lines');
  const steps = [
    createReadStream(path.join(storage.folder, file.name), { highWaterMark: pieceBytes }),
    stored,
    ...(storage.secret ? [openStream(storage.secret, file.name)] : []),
    createGunzip({ chunkSize: pieceBytes }),
    plain,
    sink,
  ];
  try {
    await pipeline(steps as [Readable, ...Transform[], Writable], { signal });
  } catch (cause) {
    throw readingFault(cause, file.name);
  }
  if (stored.bytes !== file.bytes || stored.sha256() !== file.sha256) {
    throw new BackupFault('backup.file_damaged', { file: file.name });
  }
  return { lines: plain.lines };
}

function readingFault(cause: unknown, file: string): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') return new BackupFault('backup.file_missing', { file }, { cause });
  return code.startsWith('Z_') || code === 'EIO' ? new BackupFault('backup.file_damaged', { file }, { cause }) : cause;
}
