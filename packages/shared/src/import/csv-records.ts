import type { FileDelimiter } from './import-codes.js';

/** Longest record read, in characters: no patient needs a page. What is longer is refused, and never held whole. */
export const longestRecord = 64 * 1024;

export interface CsvRecord {
  /** Of its first character, from 1: what a text editor shows. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: 'line_too_long' | 'quote_never_closed' | null;
}

/**
 * Reads records out of decoded text, pushed piece by piece, as RFC 4180 and French spreadsheets write them: LF, CRLF or
 * CR, quotes around a cell that holds the delimiter, a line end or a doubled quote; a quote inside an unquoted cell is
 * itself. Lines without a character in any cell are skipped.
 *
 * Memory is bounded by `longestRecord` whatever the file holds. A quote that nothing closes spoils one line, not the
 * rest of the file: that line alone is refused, and reading goes on at the next one.
 */
export class CsvRecords {
  private pending = '';
  private line = 1;
  /** Inside a line that is already refused: its end is looked for, nothing is kept. */
  private skipping = false;
  private ended = false;

  constructor(private readonly delimiter: FileDelimiter) {}

  *push(text: string): Generator<CsvRecord> {
    this.pending += text;
    yield* this.drain();
  }

  *end(): Generator<CsvRecord> {
    this.ended = true;
    yield* this.drain();
  }

  private *drain(): Generator<CsvRecord> {
    let at = 0;
    for (;;) {
      if (this.skipping) {
        const next = this.lineEnd(at);
        if (next === null) {
          at = this.pending.length;
          break;
        }
        this.skipping = false;
        this.line += 1;
        at = next;
      }
      if (at >= this.pending.length) break;
      const found = this.recordAt(at);
      if (found === 'incomplete') {
        if (this.pending.length - at <= longestRecord && !this.ended) break;
        yield this.refused(at);
        continue;
      }
      const { next, lines, cells } = found;
      if (cells.some((cell) => cell.trim())) yield { line: this.line, cells, fault: null };
      this.line += lines;
      at = next;
    }
    this.pending = this.pending.slice(at);
  }

  /** The first line of what cannot be a record: the rest is read again from the line after. */
  private refused(at: number): CsvRecord {
    this.skipping = true;
    const end = this.lineEnd(at);
    const isLong = (end ?? this.pending.length) - at > longestRecord;
    return { line: this.line, cells: [], fault: isLong ? 'line_too_long' : 'quote_never_closed' };
  }

  /** Index after the next line end; null when it is not there yet. */
  private lineEnd(from: number): number | null {
    for (let at = from; at < this.pending.length; at += 1) {
      const char = this.pending.charCodeAt(at);
      if (char === LF) return at + 1;
      if (char !== CR) continue;
      if (at + 1 === this.pending.length && !this.ended) return null;
      return this.pending.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    }
    return null;
  }

  private recordAt(start: number): { next: number; lines: number; cells: string[] } | 'incomplete' {
    const cells: string[] = [];
    let lines = 0;
    let at = start;
    for (;;) {
      const cell = this.pending.charCodeAt(at) === QUOTE ? this.quotedCell(at) : this.plainCell(at);
      if (cell === 'incomplete' || cell.next - start > longestRecord) return 'incomplete';
      cells.push(cell.text);
      lines += cell.lines;
      if (cell.next >= this.pending.length)
        return this.ended ? { next: cell.next, lines: lines + 1, cells } : 'incomplete';
      if (this.pending[cell.next] === this.delimiter) {
        at = cell.next + 1;
        continue;
      }
      const next = this.lineEnd(cell.next);
      return next === null ? 'incomplete' : { next, lines: lines + 1, cells };
    }
  }

  private plainCell(from: number): Cell {
    const delimiter = this.delimiter.charCodeAt(0);
    let at = from;
    for (; at < this.pending.length && at - from <= longestRecord; at += 1) {
      const char = this.pending.charCodeAt(at);
      if (char === delimiter || char === LF || char === CR) break;
    }
    return { text: this.pending.slice(from, at), next: at, lines: 0 };
  }

  /** Whatever stands between the closing quote and the delimiter belongs to the cell, as spreadsheets read it. */
  private quotedCell(from: number): Cell | 'incomplete' {
    let at = from + 1;
    let lines = 0;
    for (; at - from <= longestRecord; at += 1) {
      if (at >= this.pending.length) return 'incomplete';
      const char = this.pending.charCodeAt(at);
      if (char === LF || (char === CR && this.pending.charCodeAt(at + 1) !== LF)) lines += 1;
      if (char !== QUOTE) continue;
      if (this.pending.charCodeAt(at + 1) === QUOTE) at += 1;
      else break;
    }
    if (at - from > longestRecord) return 'incomplete';
    if (at + 1 >= this.pending.length && !this.ended) return 'incomplete';
    const rest = this.plainCell(at + 1);
    const inside = this.pending.slice(from + 1, at).replaceAll('""', '"');
    return { text: inside + rest.text, next: rest.next, lines };
  }
}

interface Cell {
  readonly text: string;
  readonly next: number;
  /** Line ends inside the quotes. */
  readonly lines: number;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
