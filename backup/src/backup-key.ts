import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { BackupFault } from './backup-fault.js';

export const keyBytes = 32;

/** @param written 64 hexadecimal digits, or 32 bytes in base64 with or without padding */
export function parseKey(written: string): Buffer {
  const text = written.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
  throw new BackupFault('key.malformed');
}

/** @param besides folder of the backups: a key kept there would leave with them */
export async function readKeyFile(file: string, besides: string): Promise<Buffer> {
  const content = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new BackupFault('key.unreadable', { file, reason: cause.code ?? '' }, { cause });
  });
  const key = parseKey(content);
  const folder = await realpath(besides).catch(() => path.resolve(besides));
  if (!path.relative(folder, await realpath(file)).startsWith('..'))
    throw new BackupFault('key.beside_backup', { file });
  return key;
}

/** The keys of one backup, all made from the one that was given; none is ever written. */
export class BackupSecret {
  /** @param salt of this backup, 16 random bytes, written in its manifest */
  constructor(
    private readonly key: Buffer,
    private readonly salt: Buffer,
  ) {}

  /** A file's own key: bound to its name and to its salt, so that two files never share a key and a nonce. */
  fileKey(name: string, fileSalt: Buffer): Buffer {
    return this.derive(Buffer.concat([this.salt, fileSalt]), `file:${name}`);
  }

  /** Tells a wrong key from a damaged file; says nothing of the key. */
  check(): string {
    return this.derive(this.salt, 'check').subarray(0, 16).toString('hex');
  }

  signs(content: Buffer): string {
    return createHmac('sha256', this.derive(this.salt, 'manifest')).update(content).digest('hex');
  }

  private derive(salt: Buffer, purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, salt, `pupitre-backup:${purpose}`, keyBytes));
  }
}

export function sameHex(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}
