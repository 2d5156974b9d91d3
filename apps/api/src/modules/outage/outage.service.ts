import { Injectable } from '@nestjs/common';
import { type OutageState, outageHours } from '@pupitre/shared/outage/outage.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { FileAnswer } from '../../platform/http/file-answer.js';
import { PracticeChores } from '../../platform/jobs/practice-chores.js';
import { PdfPrinter } from '../../platform/pdf/pdf-printer.js';
import { type OutageFacts, OutageRepository } from './outage.repository.js';
import { outageDocument } from './outage-document.js';
import { FolderFault, OutageFolder } from './outage-folder.js';
import { outageTexts } from './outage-texts.js';

const hourly = 3_600;
const hourMs = 3_600_000;
/** Whoever came an hour ago may still be waiting. */
const hoursBack = 2;

/** The agenda on paper for the day nothing answers: written each hour, and printed by the desk when it likes. */
@Injectable()
export class OutageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agenda: OutageRepository,
    private readonly folder: OutageFolder,
    private readonly printer: PdfPrinter,
    private readonly clock: Clock,
    chores: PracticeChores,
  ) {
    chores.register('outage.sheet', hourly, 'the sheet for a breakdown could not be written', (id) => this.write(id));
  }

  state(): Promise<OutageState> {
    return this.agenda.state();
  }

  async print(): Promise<FileAnswer> {
    const now = this.clock.now();
    const facts = await this.read(now);
    return { fileName: fileNameOf(now, facts.zone), make: () => this.make(facts, now) };
  }

  /** One sheet of a practice, on the disk of the process that works; 1 when that failed, which the log then tells. */
  async write(practiceId: string): Promise<number> {
    const now = this.clock.now();
    const facts = await this.unitOfWork.runAsWorker(practiceId, () => this.read(now));
    const visits = facts.columns.reduce((sum, column) => sum + column.visits.length, 0);
    try {
      await this.folder.write(practiceId, fileNameOf(now, facts.zone), await this.make(facts, now));
    } catch (error) {
      const fault = error instanceof FolderFault ? error.fault : 'failed';
      await this.unitOfWork.runAsWorker(practiceId, () => this.agenda.noteFault(now, fault));
      return 1;
    }
    await this.unitOfWork.runAsWorker(practiceId, () => this.agenda.noteWritten(now, facts.columns.length, visits));
    return 0;
  }

  private read(now: Date): Promise<OutageFacts> {
    return this.agenda.read(
      new Date(now.getTime() - hoursBack * hourMs),
      new Date(now.getTime() + outageHours * hourMs),
    );
  }

  private make(facts: OutageFacts, now: Date): Promise<Buffer> {
    return this.printer.print(outageDocument(outageTexts(facts, now)));
  }
}

/** `secours-2026-03-02-10h00.pdf`, by the practice's clock: sorted by name is sorted by time. */
function fileNameOf(now: Date, zone: string): string {
  const { day, minutes } = toLocal(now, zone);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `secours-${day}-${pad(Math.floor(minutes / 60))}h${pad(minutes % 60)}.pdf`;
}
