import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '@pupitre/shared/import/import.contract';
import { type FileEncoding, type ImportFailure, mostLines, partCount } from '@pupitre/shared/import/import-codes';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Job } from '../../platform/jobs/jobs.js';
import { type ImportFile, ImportFileRepository } from './import-file.repository.js';
import { ImportFileReader } from './import-file-reader.js';
import { type Chunk, ImportKinds, type Stager, TooManyLines } from './import-kind.js';
import { ImportLineRepository, type StagedLine } from './import-line.repository.js';
import { countsOf } from './import-view.js';

/** Somebody cancelled the import or began another check of it: this one has nothing more to say. */
class Overtaken extends Error {}

/**
 * The check: every line read, judged and staged, a chunk a transaction, so that a screen follows it and a cut loses one
 * chunk. Begun again, it writes the same lines over; what an earlier run staged beyond them goes at the end.
 */
@Injectable()
export class ImportStaging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFileRepository,
    private readonly lines: ImportLineRepository,
    private readonly reader: ImportFileReader,
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
  ) {}

  async run(job: Job): Promise<void> {
    const { importId = '', run = '' } = job.ids;
    try {
      await this.check(job, await job.transaction(() => this.own(importId, run)));
    } catch (error) {
      if (error instanceof TooManyLines) return await job.transaction(() => this.fail(importId, run, 'too_many_lines'));
      if (!(error instanceof Overtaken)) throw error;
    }
  }

  private async check(job: Job, file: ImportFile): Promise<void> {
    const { encoding } = file;
    if (!encoding) throw new Error('a file is checked before its encoding is known');
    const kind = this.kinds.of(file);
    const stager = await job.transaction(async () => kind.stager(file, await this.reader.head(file, encoding)));
    let tally: Tally = { staged: 0, counts: countsOf({ counts: {} }) };
    for await (const chunk of this.chunks(job, file, stager, encoding)) {
      tally = await this.put(job, file, chunk, tally);
      await job.progress(chunk.lastLine, file.linesEstimated);
    }
    await job.transaction(() => this.finish(file, tally));
  }

  private async *chunks(job: Job, file: ImportFile, stager: Stager, encoding: FileEncoding): AsyncGenerator<Chunk> {
    const decoder = new TextDecoder(encoding);
    for (let part = 0; part < partCount(file.bytes); part += 1) {
      const bytes = await job.transaction(() => this.reader.part(file, part));
      yield* stager.push(decoder.decode(bytes, { stream: true }));
    }
    yield* stager.push(decoder.decode());
    yield* stager.end();
  }

  private async put(job: Job, file: ImportFile, chunk: Chunk, tally: Tally): Promise<Tally> {
    return job.transaction(async () => {
      const { linesEstimated, counts } = await this.own(file.id, file.run ?? '');
      const lines = await chunk.stage();
      const next = added(tally, lines);
      if (next.staged > mostLines) throw new TooManyLines();
      await this.lines.put(file, lines);
      const share = Math.min(1, chunk.lastLine / Math.max(1, linesEstimated));
      await this.files.change(file.id, {
        counts: { ...next.counts, decided: countsOf({ counts }).decided },
        linesRead: chunk.lastLine,
        bytesRead: Math.round(file.bytes * share),
        checkProgressedAt: this.clock.now(),
      });
      this.tell(file.id);
      return next;
    });
  }

  /** The file, locked, as long as this run is still the one that counts. */
  private async own(importId: string, run: string): Promise<ImportFile> {
    const file = await this.files.lock(importId);
    if (file.state !== 'checking' || file.run !== run) throw new Overtaken();
    return file;
  }

  private async finish(file: ImportFile, { staged, counts }: Tally): Promise<void> {
    const { linesRead } = await this.own(file.id, file.run ?? '');
    await this.lines.deleteOthers(file);
    const decided = await this.lines.countDecisions(file);
    await this.files.change(file.id, {
      ...(staged === 0
        ? { state: 'failed' as const, failure: 'header_only' as const }
        : { state: 'checked' as const, failure: null }),
      counts: { ...counts, decided },
      linesEstimated: linesRead,
      bytesRead: file.bytes,
      checkProgressedAt: this.clock.now(),
    });
    this.tell(file.id);
  }

  private async fail(importId: string, run: string, failure: ImportFailure): Promise<void> {
    await this.own(importId, run);
    await this.lines.deleteAll(importId);
    await this.files.change(importId, { state: 'failed', failure, counts: {} });
    this.tell(importId);
  }

  private tell(id: string): void {
    this.unitOfWork.announce({ topic: 'import', days: [], ids: [id] });
  }
}

/** What was staged so far. */
interface Tally {
  readonly staged: number;
  readonly counts: ImportCounts;
}

function added(tally: Tally, lines: readonly StagedLine[]): Tally {
  const counts = { ...tally.counts };
  for (const { verdict, fills } of lines) {
    counts[verdict] += 1;
    if (verdict === 'match' && Object.keys(fills).length > 0) counts.filling += 1;
  }
  return { staged: tally.staged + lines.length, counts };
}
