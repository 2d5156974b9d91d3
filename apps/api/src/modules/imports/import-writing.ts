import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import { type Job, Jobs } from '../../platform/jobs/jobs.js';
import { refuseUnless } from './import.service.js';
import { ImportCheckService } from './import-check.service.js';
import { type ImportFile, ImportFileRepository } from './import-file.repository.js';
import { ChangedSinceCheck, DependedOn, ImportKinds } from './import-kind.js';
import { ImportLineRepository } from './import-line.repository.js';
import { ImportPartRepository } from './import-part.repository.js';
import { countsOf, undoUntil } from './import-view.js';

/** Longest statement of a writing or of a way back: 20 000 patients take a few seconds, 200 000 must still end. */
const timeoutMs = 120_000;

/** The two moments when an import touches the practice: written in one transaction, taken back in one. */
@Injectable()
export class ImportWriting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFileRepository,
    private readonly parts: ImportPartRepository,
    private readonly lines: ImportLineRepository,
    private readonly checks: ImportCheckService,
    private readonly kinds: ImportKinds,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Of two people who ask at once, the second finds it under way: the file's row is locked by the first. */
  async askCommit(id: string): Promise<void> {
    const file = await this.files.lock(id);
    refuseUnless(file, ['checked']);
    const { create, match, decided } = countsOf(file);
    if (create + match + decided.create + decided.same === 0) throw new DomainError('import.nothing_to_write');
    const taskId = await this.jobs.send('import.commit', { importId: id });
    const { accountId, displayName } = this.unitOfWork.actor;
    await this.files.change(id, {
      ...{ state: 'committing', failure: null, taskId, firstNumber: null },
      ...{ committedBy: accountId, committedByName: displayName, committedAt: this.clock.now() },
    });
    this.tell(id);
  }

  async commit(job: Job): Promise<void> {
    const { importId = '' } = job.ids;
    try {
      await job.once('prepare', () =>
        this.whileIn(importId, 'committing', (file) => this.kinds.of(file).prepare(file)),
      );
      await job.once('write', () => this.whileIn(importId, 'committing', (file) => this.write(job, file)), {
        timeoutMs,
      });
    } catch (error) {
      if (!(error instanceof ChangedSinceCheck)) throw error;
      await job.once('check-again', () => this.whileIn(importId, 'committing', (file) => this.checkAgain(file)));
    }
  }

  async askUndo(id: string): Promise<void> {
    const file = await this.files.lock(id);
    refuseUnless(file, ['committed']);
    if (!undoUntil(file, this.clock.now())) throw new DomainError('import.undo_too_late');
    const dependents = await this.kinds.of(file).dependents(file);
    if (isUsed(dependents)) throw new DomainError('import.depended_on', dependents);
    const taskId = await this.jobs.send('import.undo', { importId: id });
    const { accountId, displayName } = this.unitOfWork.actor;
    await this.files.change(id, {
      ...{ state: 'undoing', failure: null, taskId },
      ...{ undoneBy: accountId, undoneByName: displayName, undoneAt: this.clock.now() },
    });
    this.tell(id);
  }

  async undo(job: Job): Promise<void> {
    const { importId = '' } = job.ids;
    try {
      await job.once('take-back', () => this.whileIn(importId, 'undoing', (file) => this.takeBack(job, file)), {
        timeoutMs,
      });
    } catch (error) {
      if (!(error instanceof DependedOn)) throw error;
      await job.once('keep', () => this.whileIn(importId, 'undoing', (file) => this.keep(file)));
    }
  }

  private async write(job: Job, file: ImportFile): Promise<void> {
    const { created, changed } = await this.kinds.of(file).write(file);
    await this.parts.delete(file.id);
    await this.files.change(file.id, { state: 'committed', writtenCreated: created, writtenChanged: changed });
    await this.files.noteInJournal(file.id, 'import.written', file.committedBy, job.taskId);
    this.tell(file.id);
  }

  private async checkAgain(file: ImportFile): Promise<void> {
    await this.files.change(file.id, { committedBy: null, committedByName: null, committedAt: null });
    await this.checks.stage(file, 'changed_since_check');
    this.tell(file.id);
  }

  private async takeBack(job: Job, file: ImportFile): Promise<void> {
    const kind = this.kinds.of(file);
    if (isUsed(await kind.dependents(file))) throw new DependedOn();
    await kind.takeBack(file);
    await this.lines.deleteAll(file.id);
    await this.files.change(file.id, { state: 'undone' });
    await this.files.noteInJournal(file.id, 'import.taken_back', file.undoneBy, job.taskId);
    this.tell(file.id);
  }

  private async keep({ id }: ImportFile): Promise<void> {
    await this.files.change(id, {
      ...{ state: 'committed', failure: 'depended_on' },
      ...{ undoneBy: null, undoneByName: null, undoneAt: null },
    });
    this.tell(id);
  }

  /** A job begun again after its effect was committed finds another state, and does nothing. */
  private async whileIn(
    id: string,
    state: 'committing' | 'undoing',
    act: (file: ImportFile) => Promise<void>,
  ): Promise<void> {
    const file = await this.files.lock(id);
    if (file.state === state) await act(file);
  }

  private tell(id: string): void {
    if (this.unitOfWork.actorId) this.unitOfWork.noteSubject({ subjectId: id });
    this.unitOfWork.announce({ topic: 'import', days: [], ids: [id] });
  }
}

function isUsed(dependents: Readonly<Record<string, number>>): boolean {
  return Object.values(dependents).some((count) => count > 0);
}
