import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { BackupFault } from './backup-fault.js';
import type { BackupSecret } from './backup-key.js';

/*
 * A sealed file: magic (8 bytes), salt (16), then chunks of 64 KiB of AES-256-GCM, each with its tag (16). The nonce of
 * a chunk is its number and whether it is the last one (the STREAM construction): a chunk that was changed, moved,
 * repeated or cut off does not open. The key belongs to the file's name: a file under another name does not open.
 */
const magic = Buffer.from('PUPITRE1', 'ascii');
const saltBytes = 16;
const headBytes = magic.length + saltBytes;
const tagBytes = 16;
export const chunkBytes = 64 * 1024;

/** 7 zero bytes, number (4 bytes), last (1). */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

export function sealStream(secret: BackupSecret, name: string): Transform {
  const salt = randomBytes(saltBytes);
  const key = secret.fileKey(name, salt);
  const seal = (number: number, isLast: boolean, plain: Buffer) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const stream = new ChunkedTransform(chunkBytes, seal);
  stream.push(Buffer.concat([magic, salt]));
  return stream;
}

export function openStream(secret: BackupSecret, name: string): Transform {
  const damaged = () => new BackupFault('backup.file_damaged', { file: name });
  let key: Buffer | null = null;
  const open = (number: number, isLast: boolean, sealed: Buffer) => {
    if (key === null || sealed.length < tagBytes) throw damaged();
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes });
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
    } catch {
      throw damaged();
    }
  };
  return new ChunkedTransform(chunkBytes + tagBytes, open, headBytes, (head) => {
    if (!head.subarray(0, magic.length).equals(magic)) throw damaged();
    key = secret.fileKey(name, head.subarray(magic.length));
  });
}

/** Cuts a stream into chunks of one size; the last one, also an empty one, is known as the last. */
class ChunkedTransform extends Transform {
  private pending: Buffer = Buffer.alloc(0);
  private number = 0;

  constructor(
    private readonly size: number,
    private readonly turn: (number: number, isLast: boolean, chunk: Buffer) => Buffer,
    private headLeft = 0,
    private readonly onHead: (head: Buffer) => void = () => {},
  ) {
    super();
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.attempt(done, () => {
      this.pending = this.pending.length === 0 ? piece : Buffer.concat([this.pending, piece]);
      if (this.headLeft > 0) {
        if (this.pending.length < this.headLeft) return;
        this.onHead(this.pending.subarray(0, this.headLeft));
        this.pending = this.pending.subarray(this.headLeft);
        this.headLeft = 0;
      }
      // Strictly more than a chunk: the one that is held back may be the last.
      while (this.pending.length > this.size) {
        this.push(this.turn(this.number++, false, this.pending.subarray(0, this.size)));
        this.pending = this.pending.subarray(this.size);
      }
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => this.push(this.turn(this.number, true, this.pending)));
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  }
}
