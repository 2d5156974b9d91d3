/** Temporary folders of the tests. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterwards } from './afterwards.mjs';

// An interrupted test run ends like a program that finished: its Postgres is told to stop.
process.once('SIGTERM', () => process.exit(143));

/** A folder every account may walk through, removed after the test. */
export function temporaryFolder(t, mode = 0o755) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pupitre-test-'));
  fs.chmodSync(folder, mode);
  // A Postgres that is just ending may still write: the removal is tried again.
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.once('exit', remove);
  afterwards(t, () => {
    process.off('exit', remove);
    remove();
  });
  return folder;
}
