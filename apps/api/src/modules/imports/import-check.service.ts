import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import { fieldTwice } from '@pupitre/shared/import/column-mapping';
import type { mapImportColumns } from '@pupitre/shared/import/import.contract';
import { fieldsNotKept, type ImportFailure, partCount } from '@pupitre/shared/import/import-codes';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { refuseUnless } from './import.service.js';
import { type ImportFile, ImportFileRepository } from './import-file.repository.js';
import { ImportFileReader } from './import-file-reader.js';
import { ImportKinds } from './import-kind.js';
import { ImportMappingRepository } from './import-mapping.repository.js';
import { ImportPartRepository } from './import-part.repository.js';

/** From a received file to its columns, and to the job that stages its lines. */
@Injectable()
export class ImportCheckService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFileRepository,
    private readonly parts: ImportPartRepository,
    private readonly mappings: ImportMappingRepository,
    private readonly reader: ImportFileReader,
    private readonly kinds: ImportKinds,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** The first time it also reads what the file is; a second check keeps the columns. */
  async start(id: string): Promise<void> {
    const file = await this.files.lock(id);
    refuseUnless(file, ['uploading', 'to_map', 'checked', 'failed']);
    this.tell(id);
    if (file.encoding) return this.stage(file);
    await this.refuseMissingParts(file);
    const { sha256, encoding, lines } = await this.reader.facts(file);
    if (file.sha256 && file.sha256 !== sha256) {
      throw new DomainError('import.checksum_wrong');
    }
    if (!encoding) return this.fail(id, 'not_text');
    const recognised = await this.kinds.of(file).recognise(await this.reader.head(file, encoding));
    if (recognised.failure) return this.fail(id, recognised.failure);
    const { delimiter, columns, headerSignature, mappingRemembered } = recognised;
    const known = { encoding, delimiter, columns, headerSignature, mappingRemembered, sha256, linesEstimated: lines };
    await this.files.change(id, known);
    await this.stage({ ...file, ...known });
  }

  /** Fields by column, kept for the next file with the same heads; the lines are staged again. */
  async map(id: string, { columns }: InputOf<typeof mapImportColumns>['body']): Promise<void> {
    const file = await this.files.lock(id);
    refuseUnless(file, ['to_map', 'checking', 'checked', 'failed']);
    this.tell(id);
    const chosen = new Map(columns.map(({ index, field }) => [index, field]));
    if ([...chosen.keys()].some((index) => !file.columns[index])) throw new DomainError('import.column_unknown');
    const mapped = file.columns.map((column) => {
      const field = chosen.get(column.index);
      if (field === undefined || field === column.field) return column;
      const kept = field !== null && !fieldsNotKept.includes(field);
      return { ...column, field, kept, confidence: 'chosen' as const };
    });
    const twice = fieldTwice(mapped);
    if (twice) throw new DomainError('import.field_twice', { field: twice });
    await this.files.change(id, { columns: mapped });
    if (file.headerSignature) {
      const fields = Object.fromEntries(mapped.map(({ header, field }) => [header, field]));
      await this.mappings.put(file.kind, file.headerSignature, fields);
    }
    await this.stage({ ...file, columns: mapped });
  }

  /** Also from a job, when what was checked does not hold any more. */
  async stage(file: ImportFile, failure: ImportFailure | null = null): Promise<void> {
    if (this.kinds.of(file).missingFields(file.columns).length > 0) {
      return this.files.change(file.id, { state: 'to_map', failure: null, run: null });
    }
    const run = uuid();
    const now = this.clock.now();
    const taskId = await this.jobs.send('import.check', { importId: file.id, run });
    await this.files.change(file.id, {
      ...{ state: 'checking', failure, run, taskId, counts: {} },
      ...{ checkStartedAt: now, checkProgressedAt: now, bytesRead: 0, linesRead: 0 },
    });
  }

  private async refuseMissingParts(file: ImportFile): Promise<void> {
    const received = await this.parts.numbers(file.id);
    const missing = Array.from({ length: partCount(file.bytes) }, (_, part) => part).filter(
      (part) => !received.includes(part),
    );
    if (missing.length > 0) throw new DomainError('import.parts_missing', { missing });
  }

  private fail(id: string, failure: ImportFailure): Promise<void> {
    return this.files.change(id, { state: 'failed', failure });
  }

  private tell(id: string): void {
    this.unitOfWork.noteSubject({ subjectId: id });
    this.unitOfWork.announce({ topic: 'import', days: [], ids: [id] });
  }
}
