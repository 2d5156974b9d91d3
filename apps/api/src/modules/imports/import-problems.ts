import { Injectable } from '@nestjs/common';
import { csvBom, csvLine } from '@pupitre/shared/files/csv';
import { problemHeads, reasonsInWords } from '@pupitre/shared/import/reason-words';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { FileAnswer } from '../../platform/http/file-answer.js';
import { type ImportFile, ImportFileRepository } from './import-file.repository.js';
import { ImportLineRepository, type ProblemLine } from './import-line.repository.js';

/** What was not imported, as a file that can be mended and imported again. */
@Injectable()
export class ImportProblems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFileRepository,
    private readonly lines: ImportLineRepository,
  ) {}

  async export(id: string, language: 'fr' | 'en'): Promise<FileAnswer> {
    const file = await this.files.get(id);
    this.unitOfWork.noteSubject({ subjectId: id });
    const fileName = language === 'fr' ? 'lignes-non-importees.csv' : 'lines-not-imported.csv';
    return { fileName, stream: csv(file, this.lines.problems(file), language) };
  }
}

/** The columns of the source in their places; the line and the reason after them. */
async function* csv(
  { columns }: ImportFile,
  problems: AsyncIterable<ProblemLine>,
  language: 'fr' | 'en',
): AsyncGenerator<string> {
  const heads = columns.map(({ header }) => header);
  yield csvBom + csvLine([...heads, ...problemHeads(language)]);
  for await (const { line, reasons, cells } of problems) {
    const source = heads.map((_, index) => cells[index] ?? '');
    yield csvLine([...source, line, reasonsInWords(reasons, language)]);
  }
}
