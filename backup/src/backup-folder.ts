import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BackupFault } from './backup-fault.js';
import { manifestName } from './manifest.js';

const finished = /^pupitre-\d{8}-\d{6}$/;
const unfinished = /^pupitre-\d{8}-\d{6}\.partial$/;
const takerName = 'being-taken.json';

/** pupitre-20260302-080000, in UTC: names sort by time also on the night the clocks go back. */
export const folderNameOf = (at: Date) =>
  `pupitre-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`;

export interface UnfinishedFolder {
  readonly folder: string;
  readonly complete: () => Promise<string>;
  readonly discard: () => Promise<void>;
}

/** A folder that only its completion gives the name of a backup. */
export async function openUnfinished(to: string, now: Date): Promise<UnfinishedFolder> {
  const [final, folder] = await freeName(to, now);
  await writeFile(path.join(folder, takerName), JSON.stringify({ pid: process.pid, host: os.hostname() }));
  return {
    folder,
    async complete() {
      await rm(path.join(folder, takerName));
      await syncFolder(folder);
      await rename(folder, final);
      await syncFolder(to);
      return final;
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

async function freeName(to: string, now: Date): Promise<[string, string]> {
  try {
    await mkdir(to, { recursive: true, mode: 0o700 });
    for (let at = now.getTime(); ; at += 1000) {
      const final = path.join(to, folderNameOf(new Date(at)));
      const partial = `${final}.partial`;
      const isTaken = (await readdir(to)).some((name) => [final, partial].includes(path.join(to, name)));
      if (isTaken) continue;
      await mkdir(partial, { mode: 0o700 });
      return [final, partial];
    }
  } catch (cause) {
    throw folderFault(cause, to);
  }
}

/** What the system said of a folder or a file in it, as a refusal; anything else comes back as it is. */
export function folderFault(cause: unknown, folder: string): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new BackupFault('folder.disk_full', { folder }, { cause });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new BackupFault('folder.not_writable', { folder, reason: code }, { cause });
  }
  return cause;
}

/** The entries of a folder table survive a power cut only once it was written; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Removes what killed backups left behind.
 * @returns names removed, and names left alone because their program lives, or ran on another machine
 */
export async function removeUnfinished(
  to: string,
  isAlive: (pid: number) => boolean,
): Promise<{ readonly removed: string[]; readonly left: string[] }> {
  const names = (await readdir(to).catch(() => [])).filter((name) => unfinished.test(name));
  const removed: string[] = [];
  const left: string[] = [];
  for (const name of names) {
    // Empty after a power cut: whoever wrote it is gone.
    const taker = await readFile(path.join(to, name, takerName), 'utf8')
      .then((written) => JSON.parse(written))
      .catch(() => null);
    const isDead = taker === null || (taker.host === os.hostname() && !isAlive(taker.pid));
    if (isDead) await rm(path.join(to, name), { recursive: true, force: true });
    (isDead ? removed : left).push(name);
  }
  return { removed, left };
}

/** Removes the oldest complete backups beyond `keep`. @returns their names */
export async function prune(to: string, keep: number): Promise<string[]> {
  const old = (await completeBackups(to)).slice(keep);
  for (const name of old) await rm(path.join(to, name), { recursive: true });
  return old;
}

/** Names, newest first. */
async function completeBackups(to: string): Promise<string[]> {
  const names = (await readdir(to).catch(() => [])).filter((name) => finished.test(name));
  const isComplete = await Promise.all(names.map((name) => isBackup(path.join(to, name))));
  return names
    .filter((_, index) => isComplete[index])
    .sort()
    .reverse();
}

const isBackup = (folder: string) =>
  stat(path.join(folder, manifestName)).then(
    (found) => found.isFile(),
    () => false,
  );

/** The backup at `from`, or the newest one in it. */
export async function findBackup(from: string): Promise<string> {
  if (from.endsWith('.partial')) throw new BackupFault('backup.unfinished', { folder: from });
  if (await isBackup(from)) return from;
  const [newest] = await completeBackups(from);
  if (newest === undefined) throw new BackupFault('backup.missing', { folder: from });
  return path.join(from, newest);
}
