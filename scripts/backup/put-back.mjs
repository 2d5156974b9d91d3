/** A restore, at the terminal; and what the next start has to know of one that was killed. */
import { migrate, openPostgres } from '../boot/database.mjs';
import { checkOutside } from '../boot/outside-database.mjs';
import { Refusal, say, step } from '../boot/say.mjs';
import { onShutdown } from '../boot/shutdown.mjs';
import { makeFolder } from '../postgres/folders.mjs';
import { described } from './described.mjs';
import { inBackup, keyOf } from './workspace.mjs';

/** @param {{ from: string, replace: boolean, keyFile: string | null }} options @param {import('../boot/settings.mjs').Settings} settings */
export async function putBack({ from, replace, keyFile }, { databaseUrl, appUrl, home }) {
  const key = await keyOf(keyFile, from);
  // Before a cluster is made for nothing.
  await inBackup('check-backup', 'openBackup', from, key);
  makeFolder(home);
  if (databaseUrl) await checkOutside({ databaseUrl, appUrl, home });
  const ownerUrl = databaseUrl ?? (await openPostgres(home)).ownerUrl;
  await sayHowItEnded(home, ownerUrl);
  const stopping = new AbortController();
  const order = { ownerUrl, home, from, key, replace, signal: stopping.signal, onStep: (name) => say(steps[name]) };
  const work = step('Restauration', () => inBackup('restore-backup', 'restoreBackup', order));
  const forget = onShutdown(async () => {
    stopping.abort();
    await work.catch(() => {});
  });
  const manifest = await work;
  forget();
  await migrate({ ownerUrl, home, appUrl });
  say(`La base est celle de la sauvegarde : ${described(manifest)}.`);
  say('Chacun se connecte de nouveau avec son mot de passe. Ouvrez avec npm start.');
}

const steps = {
  checking: '  relecture de la sauvegarde, avant d’écrire quoi que ce soit',
  loading: '  écriture en une seule transaction : tout, ou rien',
};

async function sayHowItEnded(home, ownerUrl) {
  const settled = await inBackup('staged-restore', 'settleRestore', home, ownerUrl);
  if (settled.outcome === 'completed') say(`La restauration de ${settled.from} était allée au bout.`);
  if (settled.outcome === 'undone') say(`Une restauration interrompue (${settled.from}) n’avait rien changé.`);
  return settled;
}

/** Ends what a killed restore left. @throws {Refusal} when opening would start a new practice in its place */
export async function settleKilledRestore({ home, ownerUrl }) {
  const settled = await sayHowItEnded(home, ownerUrl);
  if (settled.outcome !== 'empty') return;
  throw new Refusal(
    `La restauration de ${settled.from} a été interrompue et la base est encore vide. ` +
      `Relancez npm run restore -- --from ${settled.from}, ou retirez ${settled.folder} pour ouvrir un cabinet neuf.`,
  );
}
