/** Folders that root shares with the Postgres account. */
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../boot/say.mjs';
import { canEnter, isRoot } from './account.mjs';
import { fileRefusal } from './refusals.mjs';

/**
 * Creates a folder and its missing parents. What root creates is open to walk through whatever the umask; what a user
 * creates is hers alone. Folders that exist keep their mode.
 */
export function makeFolder(folder) {
  const missing = [];
  for (let at = folder; !fs.existsSync(at) && at !== path.dirname(at); at = path.dirname(at)) missing.unshift(at);
  try {
    for (const each of missing) {
      fs.mkdirSync(each);
      fs.chmodSync(each, isRoot() ? 0o755 : 0o700);
    }
    if (!fs.statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw fileRefusal(error, folder);
  }
}

/**
 * A folder of ours that every account can walk into, for what cannot stay below a closed one. Only root needs it.
 * /var/lib first: some systems empty /var/tmp of files nobody read for a month.
 */
export function sharedFolder(account) {
  for (const folder of ['/var/lib/pupitre', '/var/tmp/pupitre']) {
    try {
      makeFolder(folder);
    } catch {
      continue;
    }
    const { uid } = fs.lstatSync(folder);
    const real = fs.realpathSync(folder);
    // In /var/tmp anyone may have made this name first: a folder that is not ours is not trusted.
    if (uid === process.geteuid() && !fs.lstatSync(folder).isSymbolicLink() && canEnter(real, account)) return real;
  }
  throw new Refusal(
    'Aucun dossier accessible à Postgres : ni /var/lib/pupitre ni /var/tmp/pupitre ne peuvent être créés. ' +
      'Indiquez un dossier ouvert par DATA_DIR.',
  );
}
