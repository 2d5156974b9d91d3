import { Injectable } from '@nestjs/common';
import type { ImportColumn, ImportCounts } from '@pupitre/shared/import/import.contract';
import type {
  FileDelimiter,
  FileEncoding,
  ImportFailure,
  ImportKind,
  ImportState,
} from '@pupitre/shared/import/import-codes';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';

export interface ImportFile {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly state: ImportState;
  readonly failure: ImportFailure | null;
  readonly run: string | null;
  readonly encoding: FileEncoding | null;
  readonly delimiter: FileDelimiter | null;
  readonly columns: readonly ImportColumn[];
  readonly headerSignature: string | null;
  readonly mappingRemembered: boolean;
  readonly checkStartedAt: Date | null;
  readonly checkProgressedAt: Date | null;
  readonly bytesRead: number;
  readonly linesRead: number;
  readonly linesEstimated: number;
  readonly counts: Partial<ImportCounts>;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly committedBy: string | null;
  readonly committedByName: string | null;
  readonly committedAt: Date | null;
  readonly firstNumber: number | null;
  readonly writtenCreated: number | null;
  readonly writtenChanged: number | null;
  readonly undoneBy: string | null;
  readonly undoneByName: string | null;
  readonly undoneAt: Date | null;
}

export type ImportFileChange = Partial<Omit<ImportFile, 'id' | 'kind' | 'fileName' | 'bytes'>> & { taskId?: string };

/** A job that failed for good leaves the state it was asked in: nothing was written. */
const stateSql = `case when t.state is distinct from 'failed' then f.state
    when f.state = 'checking' then 'failed' when f.state = 'committing' then 'checked'
    when f.state = 'undoing' then 'committed' else f.state end`;
const failureSql = `case when t.state = 'failed' and f.state in ('checking', 'committing', 'undoing') then 'server_failed'
    else f.failure end`;
const columnsSql = `f.id, f.kind, f.file_name as "fileName", f.bytes, f.sha256, ${stateSql} as state,
  ${failureSql} as failure, f.run, f.encoding, f.delimiter, f.columns, f.header_signature as "headerSignature",
  f.mapping_remembered as "mappingRemembered", f.check_started_at as "checkStartedAt",
  f.check_progressed_at as "checkProgressedAt", f.bytes_read as "bytesRead", f.lines_read as "linesRead",
  f.lines_estimated as "linesEstimated", f.counts, f.created_by as "createdBy", f.created_by_name as "createdByName",
  f.created_at as "createdAt", f.committed_by as "committedBy", f.committed_by_name as "committedByName",
  f.committed_at as "committedAt", f.first_number as "firstNumber", f.written_created as "writtenCreated",
  f.written_changed as "writtenChanged", f.undone_by as "undoneBy", f.undone_by_name as "undoneByName",
  f.undone_at as "undoneAt"`;
const fromSql = `from import_file f
  left join background_task t on t.practice_id = f.practice_id and t.id = f.task_id`;

const columnOf: Readonly<Record<keyof ImportFileChange, string>> = {
  taskId: 'task_id',
  sha256: 'sha256',
  state: 'state',
  failure: 'failure',
  run: 'run',
  encoding: 'encoding',
  delimiter: 'delimiter',
  columns: 'columns',
  headerSignature: 'header_signature',
  mappingRemembered: 'mapping_remembered',
  checkStartedAt: 'check_started_at',
  checkProgressedAt: 'check_progressed_at',
  bytesRead: 'bytes_read',
  linesRead: 'lines_read',
  linesEstimated: 'lines_estimated',
  counts: 'counts',
  createdBy: 'created_by',
  createdByName: 'created_by_name',
  createdAt: 'created_at',
  committedBy: 'committed_by',
  committedByName: 'committed_by_name',
  committedAt: 'committed_at',
  firstNumber: 'first_number',
  writtenCreated: 'written_created',
  writtenChanged: 'written_changed',
  undoneBy: 'undone_by',
  undoneByName: 'undone_by_name',
  undoneAt: 'undone_at',
};
const jsonFields: readonly string[] = ['columns', 'counts'];
const mostListed = 50;

@Injectable()
export class ImportFileRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async insert(file: Pick<ImportFile, 'id' | 'kind' | 'fileName' | 'bytes' | 'sha256' | 'createdAt'>): Promise<void> {
    const { manager, practiceId, actor } = this.unitOfWork;
    await manager.query(
      `insert into import_file (practice_id, id, kind, file_name, bytes, sha256, state, created_by, created_by_name,
         created_at)
       values ($1, $2, $3, $4, $5, $6, 'uploading', $7, $8, $9)`,
      [
        practiceId,
        file.id,
        file.kind,
        file.fileName,
        file.bytes,
        file.sha256,
        actor.accountId,
        actor.displayName,
        file.createdAt,
      ],
    );
  }

  async get(id: string): Promise<ImportFile> {
    return this.only(await this.select('and f.id = $2', [id]));
  }

  /** The same, locked until the transaction ends: whoever changes its state is alone. */
  async lock(id: string): Promise<ImportFile> {
    return this.only(await this.select('and f.id = $2 for update of f', [id]));
  }

  /** The latest first. */
  list(): Promise<ImportFile[]> {
    return this.select(`order by f.created_at desc, f.id desc limit ${mostListed}`, []);
  }

  async change(id: string, change: ImportFileChange): Promise<void> {
    const entries = Object.entries(change) as [keyof ImportFileChange, unknown][];
    const sets = entries.map(([field], index) => `${columnOf[field]} = $${index + 3}`);
    const values = entries.map(([field, value]) => (jsonFields.includes(field) ? JSON.stringify(value) : value));
    await this.unitOfWork.manager.query(
      `update import_file set ${[...sets, 'touched_at = now()'].join(', ')} where practice_id = $1 and id = $2`,
      [this.unitOfWork.practiceId, id, ...values],
    );
  }

  /** The batch in the audit journal: what a job wrote, in the name of who asked for it. */
  async noteInJournal(id: string, action: string, accountId: string | null, taskId: string): Promise<void> {
    await this.unitOfWork.manager.query(
      `insert into audit_event (practice_id, id, account_id, roles, action, subject_id, outcome, request_id)
       select practice_id, gen_random_uuid(), account_id, roles, $3, $4, 'done', $5
         from membership where practice_id = $1 and account_id = $2`,
      [this.unitOfWork.practiceId, accountId, action, id, taskId],
    );
  }

  private select(suffix: string, parameters: readonly unknown[]): Promise<ImportFile[]> {
    return this.unitOfWork.manager.query(`select ${columnsSql} ${fromSql} where f.practice_id = $1 ${suffix}`, [
      this.unitOfWork.practiceId,
      ...parameters,
    ]);
  }

  private only([file]: ImportFile[]): ImportFile {
    if (!file) throw new DomainError('resource.not_found');
    return file;
  }
}
