/** The cluster's generated passwords, beside the cluster, readable by the account that starts Pupitre only. */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isRoot } from './account.mjs';
import { fileRefusal } from './refusals.mjs';

/** @typedef {{ superuserPassword: string, ownerPassword: string, port?: number }} ClusterSecrets */

const fileOf = (folder) => path.join(folder, 'cluster.json');
const newPassword = () => crypto.randomBytes(24).toString('base64url');

/** @returns {ClusterSecrets | null} null when there are none, or half of one */
export function readSecrets(folder) {
  try {
    const secrets = JSON.parse(fs.readFileSync(fileOf(folder), 'utf8'));
    return secrets.superuserPassword && secrets.ownerPassword ? secrets : null;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw fileRefusal(error, fileOf(folder));
  }
}

/** Whole or not at all: a crash in the middle of a write must not lose the passwords. */
export function writeSecrets(folder, secrets) {
  const unfinished = `${fileOf(folder)}.new`;
  try {
    fs.rmSync(unfinished, { force: true });
    fs.writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
    // Root may start once what a user owns: the user must be able to read it again.
    const { uid, gid } = fs.statSync(folder);
    if (isRoot()) fs.chownSync(unfinished, uid, gid);
    fs.renameSync(unfinished, fileOf(folder));
  } catch (error) {
    throw fileRefusal(error, folder);
  }
}

/** @returns {ClusterSecrets} */
export const newSecrets = () => ({ superuserPassword: newPassword(), ownerPassword: newPassword() });
