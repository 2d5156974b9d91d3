import type { CalendarLine } from '@pupitre/shared/import/ics/calendar-reader';

/** Bytes of a logical line that are kept: room for a thousand dates, not for a picture. */
export const mostLineBytes = 64 * 1024;
const [lineFeed, carriageReturn, space, tab, equals] = [10, 13, 32, 9, 61];

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * The logical lines of a calendar, from its bytes as they come: CRLF, LF or CR, folded lines joined (RFC 5545 §3.1
 * folds by bytes, so a letter may be cut in two: joining comes before decoding), a BOM dropped, UTF-16 read. A line
 * that is no UTF-8 is read as Windows-1252. What is longer than `mostLineBytes` is cut while it is read: a line of
 * gigabytes costs no memory. One logical line is held at a time.
 */
export class IcsLines {
  private readonly kept = new Uint8Array(mostLineBytes);
  private length = 0;
  private cut = false;
  private physical = 1;
  private startedAt = 1;
  /** A line has ended; the next byte tells whether it goes on. */
  private ended = false;
  private lastWasReturn = false;
  private toUtf8: ((chunk: Uint8Array) => Uint8Array) | null = null;

  *push(bytes: Uint8Array): Generator<CalendarLine> {
    this.toUtf8 ??= utf8Of(bytes);
    const chunk = this.toUtf8(bytes);
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      const isReturned = byte === lineFeed && this.lastWasReturn;
      if (this.ended && !isReturned) {
        this.ended = false;
        if (byte === space || byte === tab) from = at + 1;
        else if (!this.goesOnQuoted()) yield* this.take();
      }
      if (byte === lineFeed || byte === carriageReturn) {
        if (!isReturned) this.endPhysical(chunk.subarray(from, at));
        from = at + 1;
      }
      this.lastWasReturn = byte === carriageReturn;
    }
    if (from < chunk.length) this.keep(chunk.subarray(from));
  }

  *end(): Generator<CalendarLine> {
    yield* this.take();
  }

  private endPhysical(rest: Uint8Array): void {
    this.keep(rest);
    this.physical += 1;
    this.ended = true;
  }

  private keep(bytes: Uint8Array): void {
    const room = bytes.subarray(0, mostLineBytes - this.length);
    this.kept.set(room, this.length);
    this.length += room.length;
    if (room.length < bytes.length) this.cut = true;
  }

  private *take(): Generator<CalendarLine> {
    const bytes = this.kept.slice(0, this.cut ? wholeCharacters(this.kept, this.length) : this.length);
    const [number, cut] = [this.startedAt, this.cut];
    this.length = 0;
    this.cut = false;
    this.startedAt = this.physical;
    if (bytes.length > 0) yield { number, cut, text: textOf(bytes) };
  }

  /** vCalendar 1.0: a quoted-printable line that ends in `=` goes on, without a space. */
  private goesOnQuoted(): boolean {
    if (this.length === 0 || this.kept[this.length - 1] !== equals) return false;
    if (!isQuotedPrintable(headOf(this.kept.subarray(0, this.length)))) return false;
    this.length -= 1;
    return true;
  }
}

/** Where a cut text may end: never inside a letter of several bytes. */
function wholeCharacters(bytes: Uint8Array, length: number): number {
  let end = length;
  while (end > length - 4 && (bytes[end - 1] ?? 0) >= 0x80) end -= 1;
  return end;
}

function textOf(bytes: Uint8Array): string {
  const head = headOf(bytes);
  if (!isQuotedPrintable(head)) return decoded(bytes);
  const colon = head.indexOf(':');
  const value = decoded(unquoted(bytes.subarray(colon + 1))).replace(/\r?\n/g, '\\n');
  return `${head.slice(0, colon)}:${value}`;
}

function headOf(bytes: Uint8Array): string {
  return windows1252.decode(bytes.subarray(0, 200));
}

function isQuotedPrintable(head: string): boolean {
  return /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(head);
}

function unquoted(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const hex = bytes[at] === equals ? String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) : '';
    const isEscape = /^[0-9A-Fa-f]{2}$/.test(hex);
    plain[length] = isEscape ? Number.parseInt(hex, 16) : (bytes[at] ?? 0);
    length += 1;
    if (isEscape) at += 2;
  }
  return plain.subarray(0, length);
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

/** By the first bytes of the file: UTF-16 becomes UTF-8, everything else stays as it is, without its BOM. */
function utf8Of(first: Uint8Array): (chunk: Uint8Array) => Uint8Array {
  const [a, b, c] = first;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (utf16) {
    const decoder = new TextDecoder(utf16);
    const encoder = new TextEncoder();
    return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
  }
  let hasBom = a === 0xef && b === 0xbb && c === 0xbf;
  return (chunk) => {
    const rest = hasBom ? chunk.subarray(3) : chunk;
    hasBom = false;
    return rest;
  };
}
