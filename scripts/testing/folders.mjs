/** Temporary folders of the tests. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterwards } from './afterwards.mjs';

/** A folder every account may walk through, removed after the test. */
export function temporaryFolder(t, mode = 0o755) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pupitre-test-'));
  fs.chmodSync(folder, mode);
  afterwards(t, () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
