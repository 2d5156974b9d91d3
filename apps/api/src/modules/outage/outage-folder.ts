import fs from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { OutageState } from '@pupitre/shared/outage/outage.contract';
import { Settings } from '../../platform/settings.js';

const keptMs = 24 * 3_600_000;

/** Why a sheet could not be put on the disk. */
export class FolderFault extends Error {
  constructor(readonly fault: NonNullable<OutageState['fault']>) {
    super(fault);
  }
}

/** `DATA_DIR/outage/<practice>/`: for the account that runs Pupitre alone, the sheets of the last day. */
@Injectable()
export class OutageFolder {
  constructor(private readonly settings: Settings) {}

  /** The whole file or none: written beside, flushed, then renamed. Older sheets go afterwards. */
  async write(practiceId: string, name: string, content: Buffer): Promise<void> {
    const folder = this.folderOf(practiceId);
    const beside = path.join(folder, `.${name}.${process.pid}`);
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      await fs.chmod(folder, 0o700);
      const file = await fs.open(beside, 'w', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await fs.rename(beside, path.join(folder, name));
    } catch {
      await fs.rm(beside, { force: true }).catch(() => undefined);
      throw new FolderFault('folder_unwritable');
    }
    await this.forgetOld(folder);
  }

  private folderOf(practiceId: string): string {
    const { dataFolder } = this.settings;
    if (!dataFolder) throw new FolderFault('folder_missing');
    return path.join(dataFolder, 'outage', practiceId);
  }

  /** What a process that was killed left half written goes as well. */
  private async forgetOld(folder: string): Promise<void> {
    const now = Date.now();
    for (const name of await fs.readdir(folder)) {
      const file = path.join(folder, name);
      const stat = await fs.stat(file).catch(() => null);
      if (stat && now - stat.mtimeMs > keptMs) await fs.rm(file, { force: true }).catch(() => undefined);
    }
  }
}
