import { Injectable } from '@nestjs/common';
import { JobHandlers } from '../../platform/jobs/jobs.js';
import { ImportStaging } from './import-staging.js';
import { ImportWriting } from './import-writing.js';

/** The slow half of an import, done by whichever process takes the job. */
@Injectable()
export class ImportJobs {
  constructor(handlers: JobHandlers, staging: ImportStaging, writing: ImportWriting) {
    handlers.register('import.check', (job) => staging.run(job));
    handlers.register('import.commit', (job) => writing.commit(job));
    handlers.register('import.undo', (job) => writing.undo(job));
  }
}
