import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import type {
  beginImport,
  decideImportLine,
  ImportView,
  listImports,
  readImportLines,
} from '@pupitre/shared/import/import.contract';
import { type ImportState, mostFileBytes, partBytes, partCount } from '@pupitre/shared/import/import-codes';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { type ImportFile, ImportFileRepository } from './import-file.repository.js';
import { ImportKinds } from './import-kind.js';
import { ImportLineRepository } from './import-line.repository.js';
import { ImportPartRepository } from './import-part.repository.js';
import { countsOf, summaryOf, viewOf } from './import-view.js';

/** States in which nothing of the practice was written and nothing is being written. */
const stillOpen: readonly ImportState[] = ['uploading', 'to_map', 'checking', 'checked', 'failed'];

/** What a person does with a file before it is written: send, read, decide, give up. */
@Injectable()
export class ImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFileRepository,
    private readonly parts: ImportPartRepository,
    private readonly lines: ImportLineRepository,
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
  ) {}

  async begin({ kind, fileName, bytes, sha256 }: InputOf<typeof beginImport>['body']): Promise<ImportView> {
    if (bytes === 0) throw new DomainError('import.file_empty');
    if (bytes > mostFileBytes) throw new DomainError('import.file_too_large', { maximum: mostFileBytes });
    if (!this.kinds.has(kind)) throw new DomainError('resource.not_found');
    const id = uuid();
    await this.files.insert({ id, kind, fileName, bytes, sha256: sha256 ?? null, createdAt: this.clock.now() });
    this.tell(id);
    return this.read(id);
  }

  /** Parts come in any order, again too; only the last one is shorter. */
  async putPart(id: string, part: number, content: Uint8Array): Promise<void> {
    const file = await this.files.lock(id);
    refuseUnless(file, ['uploading']);
    const count = partCount(file.bytes);
    const expected = part === count - 1 ? file.bytes - part * partBytes : partBytes;
    if (part >= count || content.length !== expected)
      throw new DomainError('import.part_unexpected', { part, expected });
    await this.parts.put(id, part, content);
  }

  async list(): Promise<ResponseOf<typeof listImports>> {
    const files = await this.files.list();
    return { imports: files.map((file) => summaryOf(file, this.clock.now())) };
  }

  async read(id: string): Promise<ImportView> {
    const file = await this.files.get(id);
    const isRead = file.columns.length > 0 || file.encoding !== null;
    const missing = isRead ? this.kinds.of(file).missingFields(file.columns) : [];
    const fields = missing.flatMap((field) => field ?? []);
    return viewOf(file, await this.parts.numbers(id), fields, this.clock.now());
  }

  async readLines(
    id: string,
    filter: InputOf<typeof readImportLines>['body'],
  ): Promise<ResponseOf<typeof readImportLines>> {
    const file = await this.files.get(id);
    this.unitOfWork.noteSubject({ subjectId: id });
    const lines = await this.lines.find(file, filter);
    const last = lines.length === filter.limit ? lines.at(-1) : undefined;
    return { lines, nextAfterLine: last?.line ?? null };
  }

  async decide(
    id: string,
    line: number,
    { decision }: InputOf<typeof decideImportLine>['body'],
  ): Promise<ResponseOf<typeof decideImportLine>> {
    const file = await this.files.lock(id);
    refuseUnless(file, ['checked', 'checking']);
    const staged = await this.lines.findOne(file, line);
    if (!staged) throw new DomainError('resource.not_found');
    if (staged.verdict !== 'doubtful') throw new DomainError('import.line_not_doubtful');
    const hasTwin = staged.twinId !== null || staged.reasons.some((reason) => reason.line !== undefined);
    if (decision === 'same' && !hasTwin) throw new DomainError('import.no_twin');
    await this.lines.decide(id, line, decision);
    const counts = { ...countsOf(file), decided: await this.lines.countDecisions(file) };
    await this.files.change(id, { counts });
    this.tell(id);
    return { line: { ...staged, decision }, counts };
  }

  /** The file and its lines go; the line of the history stays. A check under way finds out at its next chunk. */
  async cancel(id: string): Promise<ImportView> {
    const file = await this.files.lock(id);
    refuseUnless(file, stillOpen);
    await this.lines.deleteAll(id);
    await this.parts.delete(id);
    await this.files.change(id, { state: 'cancelled', run: null, failure: null });
    this.tell(id);
    return this.read(id);
  }

  private tell(id: string): void {
    this.unitOfWork.noteSubject({ subjectId: id });
    this.unitOfWork.announce({ topic: 'import', days: [], ids: [id] });
  }
}

export function refuseUnless({ state }: ImportFile, states: readonly ImportState[]): void {
  if (!states.includes(state)) throw new DomainError('import.wrong_state', { state });
}
