import { lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { BackupFault } from './backup-fault.js';

/*
 * Every file of a folder in one stream: for each a line of JSON, then exactly `size` bytes; a last line counts them.
 * Only files and folders: a link could lead anywhere.
 */
export interface PackedEntry {
  readonly path: string;
  readonly mode: number;
  readonly mtimeMs: number;
  /** null: a folder. */
  readonly size: number | null;
}

export interface PackCount {
  files: number;
  bytes: number;
}

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const lineOf = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`);

/** @param counted grows as the stream is read */
export function packFolder(root: string, counted: PackCount): Readable {
  return Readable.from(pieces(root, counted), { objectMode: false });
}

async function* pieces(root: string, counted: PackCount): AsyncGenerator<Buffer> {
  yield* piecesOf(root, '', counted);
  yield lineOf({ end: counted.files });
}

async function* piecesOf(root: string, below: string, counted: PackCount): AsyncGenerator<Buffer> {
  for (const name of (await readdir(path.join(root, below))).sort()) {
    const relative = below ? `${below}/${name}` : name;
    const found = await lstat(path.join(root, relative)).catch((error) => {
      if (isGone(error)) return null;
      throw error;
    });
    const entry = found && { path: relative, mode: found.mode & 0o777, mtimeMs: Math.floor(found.mtimeMs) };
    if (entry && found.isDirectory()) {
      yield lineOf({ ...entry, size: null });
      yield* piecesOf(root, relative, counted);
    }
    if (entry && found.isFile()) yield* piecesOfFile(root, { ...entry, size: found.size }, counted);
  }
}

/** A document removed meanwhile is left out; one that is written meanwhile would be half of itself. */
async function* piecesOfFile(
  root: string,
  entry: PackedEntry & { size: number },
  counted: PackCount,
): AsyncGenerator<Buffer> {
  const file = await open(path.join(root, entry.path), 'r').catch((error) => {
    if (isGone(error)) return null;
    throw error;
  });
  if (file === null) return;
  const content = file.createReadStream({ highWaterMark: 256 * 1024 });
  try {
    yield lineOf(entry);
    let left = entry.size;
    for await (const piece of content) {
      left -= (piece as Buffer).length;
      if (left < 0) break;
      yield piece as Buffer;
    }
    if (left !== 0) throw new BackupFault('document.changed_while_reading', { file: entry.path });
    counted.files += 1;
    counted.bytes += entry.size;
  } finally {
    content.destroy();
  }
}
