import type { FileEncoding } from './import-codes.js';

/** First bytes of files that hold no text: ZIP and spreadsheets, older spreadsheets, PDF, PNG, JPEG, gzip. */
const binaryStarts = ['504b0304', 'd0cf11e0', '25504446', '89504e47', 'ffd8ff', '1f8b'];
/** Of control characters that no export writes; above it these bytes are no text. */
const mostControlShare = 0.01;
/** A UTF-8 file in which somebody pasted a few bytes of another encoding stays UTF-8; its broken lines are refused. */
const mostBrokenShare = 0.02;

/**
 * Tells the encoding of a file from all of its bytes, pushed part by part; holds no byte of them.
 * A byte order mark decides. Without one, what reads as UTF-8 is UTF-8: no accented Latin text does by chance. The rest
 * is Windows-1252 when it uses 80 to 9F (euro, œ, curved apostrophe), else ISO-8859-1. Null when it is no text.
 */
export class EncodingSniffer {
  private readonly head: number[] = [];
  private total = 0;
  private controls = 0;
  private nuls = 0;
  private sequences = 0;
  private broken = 0;
  private windows = 0;
  /** Continuation bytes that the current UTF-8 sequence still waits for. */
  private awaited = 0;

  push(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.head.length < 4) this.head.push(byte);
      this.count(byte);
    }
    this.total += bytes.length;
  }

  end(): FileEncoding | null {
    const head = hexOf(this.head);
    if (head.startsWith('efbbbf')) return 'utf-8';
    if (head.startsWith('fffe')) return 'utf-16le';
    if (head.startsWith('feff')) return 'utf-16be';
    if (binaryStarts.some((start) => head.startsWith(start))) return null;
    if (this.nuls > 0 || this.controls > this.total * mostControlShare) return null;
    const broken = this.broken + (this.awaited > 0 ? 1 : 0);
    if (broken <= this.sequences * mostBrokenShare) return 'utf-8';
    return this.windows > 0 ? 'windows-1252' : 'iso-8859-1';
  }

  private count(byte: number): void {
    if (byte < 0x80) {
      if (this.awaited > 0) this.breakSequence();
      if (byte === 0) this.nuls += 1;
      else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1a) this.controls += 1;
      return;
    }
    if (byte < 0xa0) this.windows += 1;
    if (byte < 0xc0) this.continueSequence();
    else this.openSequence(byte);
  }

  private openSequence(byte: number): void {
    if (this.awaited > 0) this.breakSequence();
    if (byte < 0xc2 || byte > 0xf4) this.broken += 1;
    else this.awaited = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  }

  private continueSequence(): void {
    if (this.awaited === 0) {
      this.broken += 1;
      return;
    }
    this.awaited -= 1;
    if (this.awaited === 0) this.sequences += 1;
  }

  private breakSequence(): void {
    this.broken += 1;
    this.awaited = 0;
  }
}

function hexOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
