/** Where the cluster lives: in the installation's folder, unless Postgres cannot walk into it. */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../boot/say.mjs';
import { canEnter, defaultAccount, isRoot, ownerOf } from './account.mjs';
import { makeFolder, sharedFolder } from './folders.mjs';
import { ownershipRefusal } from './refusals.mjs';

const holdsCluster = (folder) => fs.existsSync(path.join(folder, 'pg', 'PG_VERSION'));

/**
 * @param {string} home absolute folder of the installation (DATA_DIR)
 * @returns {{ folder: string, clusterDir: string, account: import('./account.mjs').Account | undefined, moved: boolean }}
 *   `folder` holds the cluster, its secrets and its lock
 */
export function placeCluster(home) {
  makeFolder(home);
  if (!isRoot()) return ofUser(home);
  const account = holdsCluster(home) ? (ownerOf(path.join(home, 'pg')) ?? defaultAccount()) : defaultAccount();
  const open = canEnter(home, account);
  if (holdsCluster(home)) {
    if (!open) throw closedLater(home);
    return { folder: home, clusterDir: path.join(home, 'pg'), account, moved: false };
  }
  // A cluster that was moved stays moved, also when its first folder was opened since: its data must not seem lost.
  const elsewhere = awayFrom(home, account, open);
  if (!elsewhere) return { folder: home, clusterDir: path.join(home, 'pg'), account, moved: false };
  makeFolder(elsewhere);
  const clusterDir = path.join(elsewhere, 'pg');
  const owner = holdsCluster(elsewhere) ? ownerOf(clusterDir) : undefined;
  return { folder: elsewhere, clusterDir, account: owner ?? account, moved: true };
}

/** A user runs Postgres as herself, so the files must be hers; another account's are not even readable. */
function ofUser(home) {
  const clusterDir = path.join(home, 'pg');
  const uid = fs.statSync(clusterDir, { throwIfNoEntry: false })?.uid;
  if (uid !== undefined && process.geteuid && uid !== process.geteuid()) throw ownershipRefusal(clusterDir);
  return { folder: home, clusterDir, account: undefined, moved: false };
}

function awayFrom(home, account, open) {
  const key = crypto.createHash('sha256').update(fs.realpathSync(home)).digest('hex').slice(0, 12);
  const known = [`/var/lib/pupitre/${key}`, `/var/tmp/pupitre/${key}`].find(holdsCluster);
  if (known || open) return known ?? null;
  return path.join(sharedFolder(account), key);
}

const closedLater = (home) =>
  new Refusal(
    `Postgres ne peut plus entrer dans ${home} : un dossier parent a été fermé. ` +
      'Rouvrez le passage (chmod o+x sur les dossiers parents) puis relancez.',
  );
