import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EncodingSniffer } from '@pupitre/shared/import/file-encoding';
import { type FileEncoding, partCount } from '@pupitre/shared/import/import-codes';
import type { ImportFile } from './import-file.repository.js';
import { ImportPartRepository } from './import-part.repository.js';

/** Characters that tell delimiter, columns and examples; well under the first part of any file. */
const headLength = 64_000;

export interface FileFacts {
  readonly sha256: string;
  /** Null: it is no text. */
  readonly encoding: FileEncoding | null;
  /** Line ends, whichever way they are written. */
  readonly lines: number;
}

/** Reads a received file part by part: two megabytes are in memory at a time, whatever its size. */
@Injectable()
export class ImportFileReader {
  constructor(private readonly parts: ImportPartRepository) {}

  /** One walk over all of its bytes. */
  async facts(file: ImportFile): Promise<FileFacts> {
    const hash = createHash('sha256');
    const sniffer = new EncodingSniffer();
    let [lf, cr] = [0, 0];
    for (let part = 0; part < partCount(file.bytes); part += 1) {
      const bytes = await this.part(file, part);
      hash.update(bytes);
      sniffer.push(bytes);
      for (const byte of bytes) {
        if (byte === 10) lf += 1;
        else if (byte === 13) cr += 1;
      }
    }
    return { sha256: hash.digest('hex'), encoding: sniffer.end(), lines: Math.max(lf, cr, 1) };
  }

  async head(file: ImportFile, encoding: FileEncoding): Promise<string> {
    const bytes = await this.part(file, 0);
    // Cut between two lines: half a line would be an odd one.
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, headLength * 2)).slice(0, headLength);
    const lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return text.length < headLength || lastLine < 0 ? text : text.slice(0, lastLine + 1);
  }

  part(file: Pick<ImportFile, 'id'>, part: number): Promise<Uint8Array> {
    return this.parts.read(file.id, part).then((bytes) => {
      if (!bytes) throw new Error('a part of an import is missing');
      return bytes;
    });
  }
}
