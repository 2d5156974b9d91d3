/** Taking a backup and checking one, at the terminal. */
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../boot/root.mjs';
import { say, step } from '../boot/say.mjs';
import { onShutdown } from '../boot/shutdown.mjs';
import { isAlive } from '../postgres/processes.mjs';
import { described } from './described.mjs';
import { openSource } from './open-source.mjs';
import { inBackup, keyOf } from './workspace.mjs';

/** @param {import('./options.mjs').BackupOptions} options @param {import('../boot/settings.mjs').Settings} settings */
export async function takeBackup({ to, keep, keyFile }, settings) {
  const key = await keyOf(keyFile, to);
  await clearUnfinished(to);
  const ownerUrl = await openSource(settings);
  const stopping = new AbortController();
  const order = {
    ownerUrl,
    to,
    key,
    documents: path.join(settings.home, 'documents'),
    productVersion: JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).version,
    signal: stopping.signal,
  };
  const work = step('Sauvegarde', () => inBackup('take-backup', 'takeBackup', order));
  // Ctrl-C: what was begun is removed before the database goes.
  const forget = onShutdown(async () => {
    stopping.abort();
    await work.catch(() => {});
  });
  const { folder, manifest } = await work;
  forget();
  say(`Sauvegarde complète : ${folder}`);
  say(`  ${described(manifest)}`);
  if (!key) say(unencryptedWarning);
  await removeOldest(to, keep);
}

/** @param {import('./options.mjs').BackupOptions} options */
export async function checkBackup({ check, keyFile }) {
  const backup = await inBackup('check-backup', 'openBackup', check, await keyOf(keyFile, check));
  await step(`Relecture de ${backup.storage.folder}`, () => inBackup('check-backup', 'checkBackup', backup));
  say('Chaque octet est tel qu’il a été écrit.');
  say(`  ${described(backup.manifest)}`);
}

const unencryptedWarning =
  'Cette sauvegarde n’est pas chiffrée : elle contient tous les dossiers et de quoi essayer les mots de passe. ' +
  'Faites une clé (openssl rand -hex 32 > pupitre.cle), gardez-la ailleurs, et ajoutez --key-file pupitre.cle.';

async function clearUnfinished(to) {
  const { removed, left } = await inBackup('backup-folder', 'removeUnfinished', to, isAlive);
  for (const name of removed) say(`Une sauvegarde interrompue a été retirée : ${name}.`);
  for (const name of left) say(`Une autre sauvegarde est en cours ici, ou vient d’une autre machine : ${name}.`);
}

async function removeOldest(to, keep) {
  if (keep === null) return;
  for (const name of await inBackup('backup-folder', 'prune', to, keep)) {
    say(`Retirée, parce que ${keep} plus récentes sont gardées : ${name}.`);
  }
}
