/**
 * The system account Postgres runs as. Postgres refuses root; a normal user runs it as herself, root lends it the
 * account `postgres` when there is one, else `nobody`. No account is ever created.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** @typedef {{ uid: number, gid: number }} Account */

export const isRoot = () => process.geteuid?.() === 0;

/** @returns {Account | undefined} undefined when we are not root: children run as we do */
export function defaultAccount() {
  if (!isRoot()) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/**
 * A cluster stays with the account that made it, even when an account `postgres` appears on the machine later.
 * @returns {Account | undefined}
 */
export function ownerOf(clusterDir) {
  if (!isRoot()) return undefined;
  const { uid, gid } = fs.statSync(clusterDir);
  return uid === 0 ? undefined : { uid, gid };
}

/** Whether the account can walk into a folder, every parent included. Asked of the system: modes do not tell of ACLs. */
export function canEnter(folder, account) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}
