import { Injectable } from '@nestjs/common';
import type { WaitingEntry, WaitingEvent } from '@pupitre/shared/planning/waiting-list.contract';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/domain-error.js';
import { WaitingJournalRepository } from './waiting-journal.repository.js';
import { type StoredEntry, type WaitEnd, WaitingListRepository } from './waiting-list.repository.js';

/** What every change of an entry begins with and leaves behind: the version, the journal, the audit's subject, the news. */
@Injectable()
export class WaitingEntries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: WaitingListRepository,
    private readonly journal: WaitingJournalRepository,
  ) {}

  /** Locks the entry until the transaction ends. One that no longer waits is refused before its version is looked at. */
  async openWaiting(entryId: string, version: number): Promise<StoredEntry> {
    const entry = await this.entries.getForChange(entryId);
    if (entry.state !== 'waiting') throw new DomainError('waiting_list.entry_closed', { state: entry.state });
    return this.requireVersion(entry, version);
  }

  async openWithdrawn(entryId: string, version: number): Promise<StoredEntry> {
    const entry = await this.entries.getForChange(entryId);
    if (entry.state !== 'withdrawn') throw new DomainError('waiting_list.not_withdrawn');
    return this.requireVersion(entry, version);
  }

  async end(entry: StoredEntry, end: WaitEnd): Promise<void> {
    await this.entries.end(entry.id, end);
  }

  async record(
    { id, patientId }: { id: string; patientId: string },
    kind: WaitingEvent['kind'],
    details: Readonly<Record<string, string>> = {},
  ): Promise<WaitingEntry> {
    await this.journal.write(id, kind, details);
    this.unitOfWork.noteSubject({ patientId, subjectId: id });
    this.unitOfWork.announce({ topic: 'waiting_list', days: [], ids: [id] });
    return this.entries.get(id);
  }

  private requireVersion(entry: StoredEntry, version: number): StoredEntry {
    if (entry.version !== version) throw new DomainError('version.stale', { version: entry.version });
    return entry;
  }
}
