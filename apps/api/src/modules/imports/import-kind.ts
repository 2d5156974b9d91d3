import { Injectable } from '@nestjs/common';
import type { ImportColumn } from '@pupitre/shared/import/import.contract';
import type { FileDelimiter, ImportFailure, ImportKind } from '@pupitre/shared/import/import-codes';
import type { ImportFile } from './import-file.repository.js';
import type { StagedLine } from './import-line.repository.js';

/** A column as the file of the import keeps it. */
export type StoredColumn = ImportColumn;

/** What the beginning of a file says of the whole. */
export type Recognition =
  | { readonly failure: ImportFailure }
  | {
      readonly failure: null;
      readonly delimiter: FileDelimiter | null;
      readonly columns: readonly StoredColumn[];
      /** Of the heads of the columns; null when the kind has none. */
      readonly headerSignature: string | null;
      readonly mappingRemembered: boolean;
    };

/** Turns decoded text into staged lines, chunk after chunk. Lives as long as one check. */
export interface Stager {
  /** Text of the file in order, a part at a time. Yields when a chunk is worth a transaction. */
  push(text: string): Generator<Chunk>;
  end(): Generator<Chunk>;
}

/** Some lines of the file; `stage` runs in a transaction of the practice. */
export interface Chunk {
  /** Of the file, as a text editor counts: the last one it holds. */
  readonly lastLine: number;
  stage(): Promise<StagedLine[]>;
}

export interface Written {
  readonly created: number;
  readonly changed: number;
}

/** Why an import cannot be taken back: how many of its rows serve, by what uses them. Empty: nothing does. */
export type Dependents = Readonly<Record<string, number>>;

/** What one kind of file needs beside what all share. Every method but `stager` runs in a transaction of the practice. */
export interface ImportKindWork {
  readonly kind: ImportKind;
  /** @param head the first 64 000 characters of the file or so. */
  recognise(head: string): Promise<Recognition>;
  /** Fields no column gives and without which nothing can be staged; empty for a kind without columns. */
  missingFields(columns: readonly StoredColumn[]): ImportColumn['field'][];
  stager(file: ImportFile, head: string): Promise<Stager>;
  /** Short transaction before the writing: what others wait for (numbers) is taken here. */
  prepare(file: ImportFile): Promise<void>;
  /** The one transaction. Throws `ChangedSinceCheck` when what was staged no longer holds. */
  write(file: ImportFile): Promise<Written>;
  dependents(file: ImportFile): Promise<Dependents>;
  /** In the one transaction of the way back; throws `DependedOn` when a row refuses to go. */
  takeBack(file: ImportFile): Promise<void>;
}

/** What the check saw is not there any more: the file is checked again before anything is written. */
export class ChangedSinceCheck extends Error {}

/** More than any practice has: the file is something else. */
export class TooManyLines extends Error {}

/** Something began to use a row of the import. */
export class DependedOn extends Error {}

/** Each kind registers itself once; see `PatientKind`. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<ImportKind, ImportKindWork>();

  register(work: ImportKindWork): void {
    this.kinds.set(work.kind, work);
  }

  of({ kind }: Pick<ImportFile, 'kind'>): ImportKindWork {
    const work = this.kinds.get(kind);
    if (!work) throw new Error(`no code imports ${kind}`);
    return work;
  }

  has(kind: ImportKind): boolean {
    return this.kinds.has(kind);
  }
}
