/** The compiled workspace `backup`; loaded late, because it exists only after the build. */
import { pathToFileURL } from 'node:url';
import { inRoot } from '../boot/root.mjs';
import { spoken } from './sentences.mjs';

const load = (file) => import(pathToFileURL(inRoot('backup', 'dist', `${file}.js`)).href);

/**
 * Calls a function of the workspace; what it refuses comes out as a sentence.
 * @param {string} file @param {string} name @param {...unknown} args
 */
export async function inBackup(file, name, ...args) {
  const module = await load(file);
  try {
    return await module[name](...args);
  } catch (error) {
    throw spoken(error);
  }
}

/** @returns {Promise<Buffer | null>} the key of --key-file, else of PUPITRE_BACKUP_KEY, else none */
export function keyOf(keyFile, besides, env = process.env) {
  if (keyFile) return inBackup('backup-key', 'readKeyFile', keyFile, besides);
  return env.PUPITRE_BACKUP_KEY ? inBackup('backup-key', 'parseKey', env.PUPITRE_BACKUP_KEY) : Promise.resolve(null);
}
