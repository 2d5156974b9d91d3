import { chmod, mkdir, open, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { BackupFault } from './backup-fault.js';
import type { PackCount, PackedEntry } from './document-pack.js';

const longestLine = 64 * 1024;

/** Writes a packed stream below `root`, or nowhere when that is null: then it is read and counted only. */
export class Unpacker extends Writable {
  readonly counted: PackCount = { files: 0, bytes: 0 };
  private pending: Buffer = Buffer.alloc(0);
  private file: Awaited<ReturnType<typeof open>> | null = null;
  private entry: (PackedEntry & { size: number }) | null = null;
  private left = 0;
  private hasEnded = false;
  /** Modes of folders, set last: a closed folder takes no file. */
  private readonly folders: PackedEntry[] = [];

  constructor(
    private readonly root: string | null,
    private readonly name: string,
  ) {
    super();
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.take(piece).then(() => done(), done);
  }

  override _final(done: (error?: Error) => void): void {
    this.finish().then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const close = this.file?.close() ?? Promise.resolve();
    this.file = null;
    close.then(
      () => done(error),
      () => done(error),
    );
  }

  private async take(piece: Buffer): Promise<void> {
    this.pending = this.pending.length === 0 ? piece : Buffer.concat([this.pending, piece]);
    for (;;) {
      if (this.entry) {
        await this.takeContent();
        if (this.entry) return;
        continue;
      }
      const end = this.pending.indexOf(10);
      if (end === -1) {
        if (this.pending.length > longestLine) throw this.damaged();
        return;
      }
      const line = this.pending.subarray(0, end);
      this.pending = this.pending.subarray(end + 1);
      await this.takeLine(line);
    }
  }

  private async takeLine(line: Buffer): Promise<void> {
    if (this.hasEnded) throw this.damaged();
    const entry = this.parsed(line);
    if (entry.end !== undefined) {
      if (entry.end !== this.counted.files) throw this.damaged();
      this.hasEnded = true;
      return;
    }
    const target = this.targetOf(entry.path);
    if (entry.size === null) {
      if (target) await mkdir(target, { recursive: true, mode: 0o700 });
      this.folders.push(entry);
      return;
    }
    this.entry = { ...entry, size: entry.size };
    this.left = entry.size;
    if (target) this.file = await open(target, 'wx', 0o600);
  }

  private parsed(line: Buffer): PackedEntry & { end?: number } {
    try {
      return JSON.parse(line.toString('utf8'));
    } catch {
      throw this.damaged();
    }
  }

  private async takeContent(): Promise<void> {
    const content = this.pending.subarray(0, this.left);
    this.pending = this.pending.subarray(content.length);
    this.left -= content.length;
    if (this.file && content.length > 0) await this.file.writeFile(content);
    if (this.left > 0 || this.entry === null) return;
    this.counted.files += 1;
    this.counted.bytes += this.entry.size;
    if (this.file) {
      await this.file.chmod(this.entry.mode);
      await this.file.utimes(this.entry.mtimeMs / 1000, this.entry.mtimeMs / 1000);
      await this.file.sync();
      await this.file.close();
      this.file = null;
    }
    this.entry = null;
  }

  private async finish(): Promise<void> {
    if (!this.hasEnded || this.entry || this.pending.length > 0) throw this.damaged();
    for (const folder of this.folders.reverse()) {
      const target = this.targetOf(folder.path);
      if (!target) continue;
      await utimes(target, folder.mtimeMs / 1000, folder.mtimeMs / 1000);
      await chmod(target, folder.mode);
    }
  }

  /** A path that leaves the folder is no document of ours, whoever packed it. */
  private targetOf(relative: string): string | null {
    const parts = relative.split('/');
    if (relative === '' || path.isAbsolute(relative) || parts.includes('..')) throw this.damaged();
    return this.root === null ? null : path.join(this.root, relative);
  }

  private damaged(): BackupFault {
    return new BackupFault('backup.file_damaged', { file: this.name });
  }
}
